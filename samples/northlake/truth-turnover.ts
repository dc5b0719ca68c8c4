import { END, MONTHS, START, dayOf, firstDay, isoDay, isoMonth, lastDay, monthOf, overlap } from './calendar.ts';
import { type LeavingClass, leavingClassOf } from './leaving.ts';
import type { Holding } from './seats.ts';
import { type Spell, isInPost } from './spells.ts';
import { CLOSE } from './story.ts';
import { ENTITIES } from './system.ts';
import { sumBy, total } from './truth-sums.ts';

/** Leavers of an entity or of all: a holding that ends a spell, by the day that was the last in post. */
type Leaver = { entity: string; day: number; reason: string; leavingClass: LeavingClass; serviceDays: number };

export type Headline = ReturnType<typeof headlineOf>;

const PERIODS = [
  { period: '2024-04 to 2024-12', from: '2024-04-01', to: '2024-12-31' },
  { period: '2025', from: '2025-01-01', to: '2025-12-31' },
  { period: '2026-01 to 2026-09', from: '2026-01-01', to: '2026-09-30' },
  { period: 'fiscal 2025', from: '2024-10-01', to: '2025-09-30' },
  { period: 'fiscal 2026', from: '2025-10-01', to: '2026-09-30' },
];

/** What turnover is counted from: own staff without per diem, by entity. */
export function headlineOf(spells: readonly Spell[]) {
  return { spells, leavers: leaversOf(spells), moves: movesOf(spells) };
}

function leaversOf(spells: readonly Spell[]): Leaver[] {
  return spells.flatMap(({ holdings, end }) => {
    if (end === null) return [];
    const last = holdings.at(-1)!;
    return {
      entity: last.seat.unit.entity,
      day: end,
      reason: last.reason,
      leavingClass: leavingClassOf(last.reason),
      serviceDays: end - last.firstHired + 1,
    };
  });
}

/** Steps inside a spell: transfers between entities and rehires that bridge a gap. */
function movesOf(spells: readonly Spell[]) {
  return spells.flatMap(({ holdings }) =>
    holdings.slice(1).map((to, i) => ({ from: holdings[i]!, to, gapDays: to.start - holdings[i]!.end! - 1 })),
  );
}

/** Month by month and entity by entity; sums over months and entities are the sums of the system. */
export function turnoverByMonth({ spells, leavers, moves }: Headline, holdings: readonly Holding[]) {
  const headline = spells.flatMap((spell) => spell.holdings);
  const perDiem = holdings.filter(({ type }) => type === 'per_diem');
  return Array.from({ length: MONTHS }, (_, month) => month).flatMap((month) =>
    ENTITIES.map(({ id }) => {
      const days = { start: firstDay(month), end: lastDay(month) };
      const at = ({ seat }: Holding) => seat.unit.entity === id;
      const within = (day: number) => monthOf(day) === month;
      const left = leavers.filter(({ entity, day }) => entity === id && within(day));
      const started = spells.filter((spell) => at(spell.holdings[0]!) && within(spell.start));
      return {
        month: isoMonth(month),
        entity: id,
        in_post_at_end: headline.filter((holding) => at(holding) && isInPost(holding, days.end)).length,
        per_diem_in_post_at_end: perDiem.filter((holding) => at(holding) && isInPost(holding, days.end)).length,
        person_days: total(headline.filter(at), (holding) => daysWithin(holding, days)),
        hires: started.filter(({ entry }) => entry === 'hire').length,
        conversions: started.filter(({ entry }) => entry === 'conversion').length,
        rehires_bridged: moves.filter(({ to, gapDays }) => gapDays > 0 && at(to) && within(to.start)).length,
        transfers_in: moves.filter(({ to, gapDays }) => gapDays === 0 && at(to) && within(to.start)).length,
        transfers_out: moves.filter(({ from, gapDays }) => gapDays === 0 && at(from) && within(from.end!)).length,
        separations: left.length,
        separations_by_class: byClass(left),
        leavers_under_one_year: left.filter(isUnderOneYear).length,
      };
    }),
  );
}

/** By period for each entity, for the whole system throughout, and with Bayside only since the close. */
export function turnoverByPeriod(headline: Headline) {
  return PERIODS.flatMap(({ period, from, to }) => {
    const days = { start: dayOf(from), end: dayOf(to) };
    const ofEntity = (id: string) => (entity: string) => entity === id;
    return [
      ...ENTITIES.map(({ id }) => ({ period, of: id as string, ...turnover(headline, days, ofEntity(id)) })),
      { period, of: 'system', ...turnover(headline, days, () => true) },
      { period, of: 'as_owned', ...turnover(headline, days, (entity, day) => entity !== 'Bayside' || day >= CLOSE) },
      {
        period,
        of: 'Bayside_as_owned',
        ...turnover(headline, days, (entity, day) => entity === 'Bayside' && day >= CLOSE),
      },
    ];
  });
}

type Days = { start: number; end: number };

function turnover({ spells, leavers, moves }: Headline, days: Days, counts: (entity: string, day: number) => boolean) {
  const left = leavers.filter(({ entity, day }) => day >= days.start && day <= days.end && counts(entity, day));
  const personDays = total(
    spells.flatMap(({ holdings }) => holdings),
    (holding) => daysCounted(holding, days, counts),
  );
  const gaps = moves.map(({ from, to }) => ({ ...from, start: from.end! + 1, end: to.start - 1 }));
  const length = days.end - days.start + 1;
  return {
    from: isoDay(days.start),
    to: isoDay(days.end),
    separations: left.length,
    separations_by_class: byClass(left),
    separations_by_reason: sumBy(
      left,
      ({ reason }) => reason || '(blank)',
      () => 1,
    ),
    leavers_under_one_year: left.filter(isUnderOneYear).length,
    person_days: personDays,
    /** Days between leaving and coming back within ninety days, not among the person-days. */
    person_days_in_bridged_gaps: total(gaps, (gap) => daysCounted(gap, days, counts)),
    mean_headcount: personDays / length,
    turnover: personDays === 0 ? null : left.length / (personDays / length),
    turnover_annualized: personDays === 0 ? null : left.length / (personDays / 365),
  };
}

/** Days in the period on which the entity counts; an entity that counts from the close on is cut there. */
function daysCounted(holding: Holding, days: Days, counts: (entity: string, day: number) => boolean): number {
  const { entity } = holding.seat.unit;
  if (!counts(entity, END)) return 0;
  const start = counts(entity, START) ? days.start : Math.max(days.start, CLOSE);
  return start > days.end ? 0 : daysWithin(holding, { ...days, start });
}

function daysWithin({ start, end }: Pick<Holding, 'start' | 'end'>, days: Days): number {
  return overlap({ start, end: end ?? END }, days);
}

function isUnderOneYear({ serviceDays }: Leaver): boolean {
  return serviceDays <= 365;
}

function byClass(leavers: readonly Leaver[]): Record<string, number> {
  return sumBy(
    leavers,
    ({ leavingClass }) => leavingClass,
    () => 1,
  );
}
