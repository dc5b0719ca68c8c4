import { END, isoDay, monthOf } from './calendar.ts';
import { money } from './csv.ts';
import type { ExtractPlan } from './extract.ts';
import type { Move } from './moves.ts';
import { codeAt } from './pay.ts';
import { faults } from './planted-errors.ts';
import { publishedRate } from './rate-cards.ts';
import type { Holding } from './seats.ts';
import { timesheetName } from './suppliers.ts';

export type Assignment = {
  id: string;
  holding: Holding;
  start: number;
  /** Null while it goes on. */
  end: number | null;
  renewalOf: string;
  outcome: '' | 'renewed' | 'completed' | 'converted';
};

const CONTRACT_DAYS = 91;

/** Contracts of thirteen weeks, each a renewal of the one before while the same person stays in the seat. */
export function assignmentsOf(holdings: readonly Holding[], moves: readonly Move[]): Assignment[] {
  const converted = new Set(moves.filter(({ kind }) => kind === 'conversion').map(({ from }) => from));
  const assignments: Assignment[] = [];
  for (const holding of holdings) {
    if (holding.supplier === null) continue;
    const until = holding.end ?? END;
    for (let start = holding.start; start <= until; start += CONTRACT_DAYS) {
      const end = start + CONTRACT_DAYS - 1;
      const isLast = end >= until;
      const ends = isLast ? holding.end : end;
      assignments.push({
        id: `A${String(assignments.length + 1).padStart(5, '0')}`,
        holding,
        start,
        end: ends,
        renewalOf: start === holding.start ? '' : assignments.at(-1)!.id,
        outcome: !isLast ? 'renewed' : ends === null ? '' : converted.has(holding) ? 'converted' : 'completed',
      });
    }
  }
  return assignments;
}

export function assignmentsFile(assignments: readonly Assignment[]): ExtractPlan {
  return {
    file: 'assignments.csv.gz',
    kind: 'assignments',
    title: 'Assignments of outside workers',
    description: 'Contracts of thirteen weeks with their renewals; some ended in employment.',
    header: [
      'assignment_id',
      'worker_id',
      'worker_type',
      'supplier',
      'entity',
      'site',
      'unit',
      'job_code',
      'start_date',
      'end_date',
      'contracted_hours',
      'bill_rate',
      'currency',
      'position_id',
      'renewal_of',
      'outcome',
    ],
    rows: assignments.map(({ id, holding, start, end, renewalOf, outcome }) => {
      const { seat, supplier, type, worker, spread } = holding;
      const rate = publishedRate(supplier!, seat.unit, seat.job, Math.max(0, monthOf(start)));
      return [
        id,
        worker,
        type,
        timesheetName(supplier!, seat.unit),
        seat.unit.entity,
        seat.unit.site,
        seat.unit.name,
        codeAt(seat.unit.entity, seat.job),
        isoDay(start),
        end === null ? '' : isoDay(end),
        seat.weeklyHours,
        money(Math.round(rate * spread)),
        'USD',
        seat.id,
        renewalOf,
        outcome,
      ];
    }),
    faults: [
      ...faults('invalid_date', 'start_date', ['2025-02-30', 'ASAP']),
      ...faults('missing_value', 'worker_id', [''], 2),
      ...faults('invalid_number', 'bill_rate', ['market']),
      ...faults('out_of_range', 'contracted_hours', ['400']),
    ],
  };
}
