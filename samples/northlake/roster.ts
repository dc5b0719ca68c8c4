import { DIGITAL_WORKERS } from './digital.ts';
import { END, isoDay } from './calendar.ts';
import { nameOf } from './names.ts';
import { codeAt, rateIn } from './pay.ts';
import type { Rng } from './rng.ts';
import type { Holding } from './seats.ts';
import { timesheetName } from './suppliers.ts';
import { teamsOf } from './teams.ts';
import { titleOf } from './titles.ts';

export type RosterRow = {
  worker: string;
  name: string;
  type: string;
  entity: string;
  site: string;
  unit: string;
  job: string;
  title: string;
  manager: string;
  hired: string;
  originallyHired: string;
  left: string;
  reason: string;
  fte: number | null;
  weeklyHours: number | null;
  /** Base pay an hour in September 2026, in cents; null for workers of others. */
  rate: number | null;
  position: string;
  agency: string;
};

const LAST_MONTH = 29;

/** Everyone who was in post at any time since April 2024, a row per spell, as HR knows them on 30 September 2026. */
export function rosterRows(holdings: readonly Holding[], rng: Rng): RosterRow[] {
  const teams = teamsOf(holdings, rng.fork('teams'));
  const people = holdings.map((holding) => personRow(holding, teams.managerOf(holding), rng));
  return [...people, ...DIGITAL_WORKERS.map(digitalRow)].sort((a, b) =>
    a.worker < b.worker ? -1 : a.worker > b.worker ? 1 : a.hired < b.hired ? -1 : 1,
  );
}

function personRow(holding: Holding, manager: string, rng: Rng): RosterRow {
  const { seat, supplier } = holding;
  const { unit } = seat;
  const own = supplier === null;
  return {
    worker: holding.worker,
    name: nameOf(holding.worker, rng),
    type: holding.type,
    entity: unit.entity,
    site: unit.site,
    unit: unit.name,
    job: codeAt(unit.entity, seat.job),
    title: titleOf(holding),
    manager,
    hired: isoDay(holding.start),
    originallyHired: own ? isoDay(holding.firstHired) : '',
    left: holding.end === null ? '' : isoDay(holding.end),
    reason: holding.reason,
    fte: own ? seat.weeklyHours / 40 : null,
    weeklyHours: seat.weeklyHours,
    rate: own ? rateIn(holding.rate, unit.entity, LAST_MONTH) : null,
    position: seat.id,
    agency: supplier ? timesheetName(supplier, unit) : '',
  };
}

function digitalRow({ worker, name, unit, start }: (typeof DIGITAL_WORKERS)[number]): RosterRow {
  return {
    worker,
    name,
    type: 'digital_worker',
    entity: 'Northlake',
    site: 'Corporate',
    unit,
    job: 'AGENT',
    title: 'Digital worker',
    manager: '',
    hired: isoDay(start),
    originallyHired: '',
    left: '',
    reason: '',
    fte: null,
    weeklyHours: null,
    rate: null,
    position: '',
    agency: '',
  };
}

/** In post on 30 September 2026: people only, by worker type. A rehire is one person. */
export function activePeople(holdings: readonly Holding[]): Record<string, number> {
  const people = new Map(
    holdings
      .filter((holding) => holding.end === null || holding.end >= END)
      .map((holding) => [holding.worker, holding.type]),
  );
  const counts: Record<string, number> = {};
  for (const type of people.values()) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
