/** Classes of workers: internal is on own payroll, external is paid by invoice, digital is never a head. */
export type WorkerClass = 'internal' | 'external' | 'digital' | 'unknown';

export type WorkerType = { code: string; label: string; workerClass: WorkerClass };

/** The table a new workspace starts with; it is edited there and printed in the deck. */
export const WORKER_TYPES: readonly WorkerType[] = [
  { code: 'employee_full_time', label: 'Employee, full-time', workerClass: 'internal' },
  { code: 'employee_part_time', label: 'Employee, part-time', workerClass: 'internal' },
  { code: 'per_diem', label: 'Per diem', workerClass: 'internal' },
  { code: 'float_pool', label: 'Float pool', workerClass: 'internal' },
  { code: 'internal_agency', label: 'Internal agency', workerClass: 'internal' },
  { code: 'agency', label: 'Agency / traveller', workerClass: 'external' },
  { code: 'locum', label: 'Locum', workerClass: 'external' },
  { code: 'independent_contractor', label: 'Independent contractor', workerClass: 'external' },
  { code: 'vendor', label: 'Vendor / SOW', workerClass: 'external' },
  { code: 'digital_worker', label: 'Digital worker', workerClass: 'digital' },
];

/** Worker types that count as employees where a basis says "employees only". */
export const EMPLOYEE_TYPES: ReadonlySet<string> = new Set(['employee_full_time', 'employee_part_time']);
