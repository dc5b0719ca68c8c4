import { monthOf } from './calendar.ts';
import type { LaborLine } from './lines.ts';
import { loadIn } from './loads.ts';

export type WorkerClass = 'internal' | 'external' | 'digital' | 'sow';

/** What happened in one corner of the system in one month: the generator's own account of what it planted. */
export type Cell = {
  month: number;
  entity: string;
  site: string;
  unit: string;
  job: string;
  directCare: boolean;
  type: string;
  workerClass: WorkerClass;
  supplier: string;
  payClass: string;
  hours: number;
  cents: number;
  /** Employer load on the pay, in cents, from the loads extract. */
  load: number;
  /** Hours whose cost nobody knows. */
  unknownHours: number;
};

export type Posting = Omit<Cell, 'load' | 'unknownHours'> & { load?: number; unknownHours?: number };

const CANONICAL = new Set([
  'regular',
  'overtime',
  'differential',
  'on_call',
  'call_back',
  'orientation',
  'paid_leave',
  'incentive',
  'other_nonproductive',
  'employer_cost',
]);
const PRODUCTIVE = new Set(['regular', 'overtime', 'call_back']);

export function isProductive(payClass: string): boolean {
  return PRODUCTIVE.has(payClass);
}

/** Adds up what the generator plants, at the moment of planting; the extracts are never read back. */
export class Books {
  readonly #cells = new Map<string, Cell>();

  post(posting: Posting): void {
    const { month, unit, job, type, supplier, payClass } = posting;
    const key = `${month}|${unit}|${job}|${type}|${supplier}|${payClass}`;
    const cell = this.#cells.get(key);
    if (cell) {
      cell.hours += posting.hours;
      cell.cents += posting.cents;
      cell.load += posting.load ?? 0;
      cell.unknownHours += posting.unknownHours ?? 0;
    } else {
      this.#cells.set(key, { load: 0, unknownHours: 0, ...posting });
    }
  }

  /** A line of own payroll, or of a digital worker: what it says is what it costs. */
  postPayroll(line: LaborLine, family: string): void {
    const month = monthOf(line.day);
    const digital = line.type === 'digital_worker';
    const cents = line.cents ?? 0;
    const payClass = CANONICAL.has(line.payCode) ? line.payCode : 'unmapped';
    const load = digital || payClass === 'employer_cost' ? 0 : cents * loadIn(line.entity, family, line.type, month);
    this.post({
      ...placeOf(line),
      month,
      workerClass: digital ? 'digital' : 'internal',
      supplier: '',
      payClass,
      hours: line.hours,
      cents,
      load,
    });
  }

  cells(): Cell[] {
    return [...this.#cells.values()];
  }
}

/** Where a labour line belongs. */
export function placeOf(line: LaborLine): Pick<Cell, 'entity' | 'site' | 'unit' | 'job' | 'directCare' | 'type'> {
  const { entity, site, unit, job, directCare, type } = line;
  return { entity, site, unit, job, directCare, type };
}
