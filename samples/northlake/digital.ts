import { END, dayOf, lastDay, monthOf } from './calendar.ts';
import type { LaborLine } from './lines.ts';

/** Digital workers: money every month, no hours, never a head. */
export const DIGITAL_WORKERS = [
  { worker: 'D1001', name: 'Claims coding agent', unit: 'Revenue cycle', start: dayOf('2024-09-01'), cents: 2_150_000 },
  {
    worker: 'D1002',
    name: 'Prior authorization agent',
    unit: 'Revenue cycle',
    start: dayOf('2025-03-01'),
    cents: 1_480_000,
  },
  { worker: 'D1003', name: 'Invoice matching agent', unit: 'Finance', start: dayOf('2025-06-01'), cents: 620_000 },
  {
    worker: 'D1004',
    name: 'Help desk agent',
    unit: 'Information technology',
    start: dayOf('2025-11-01'),
    cents: 910_000,
  },
  { worker: 'D1005', name: 'Shift offer agent', unit: 'Human resources', start: dayOf('2026-04-01'), cents: 1_240_000 },
] as const;

/** A line a month from the start on, dated at month end. */
export function digitalLines(): LaborLine[] {
  return DIGITAL_WORKERS.flatMap(({ worker, unit, start, cents }) =>
    Array.from({ length: monthOf(END) - monthOf(start) + 1 }, (_, i) => ({
      worker,
      day: lastDay(monthOf(start) + i),
      periodStart: null,
      payCode: 'regular',
      hours: 0,
      cents,
      entity: 'Northlake',
      site: 'Corporate',
      unit,
      homeUnit: unit,
      job: 'AGENT',
      type: 'digital_worker',
      supplier: '',
      correction: false,
      family: 'Administration',
      directCare: false,
      shiftHours: 0,
    })),
  );
}
