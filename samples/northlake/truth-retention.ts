import { END, MONTHS, START, firstDay, isoDay, isoMonth, lastDay, monthOf } from './calendar.ts';
import { REASON_CLASSES, riskOfLeaving } from './leaving.ts';
import type { Move } from './moves.ts';
import { codeAt } from './pay.ts';
import type { Holding } from './seats.ts';
import { type Spell, isInHeadline, isInPost, isInPostAtEnd, spellsOf } from './spells.ts';
import { CLOSE, EARLY_LEAVING, HOT_UNITS, POST_CLOSE } from './story.ts';
import { UNITS } from './system.ts';
import { total } from './truth-sums.ts';
import { headlineOf, turnoverByMonth, turnoverByPeriod } from './truth-turnover.ts';

const WITHIN = [90, 180, 365];

/** What is planted about who stays, in people and days; per diem and outside workers are out unless named. */
export function retentionTruths(holdings: readonly Holding[], moves: readonly Move[]) {
  const spells = spellsOf(holdings, moves);
  const headline = headlineOf(spells);
  return {
    reason_classes: REASON_CLASSES,
    spells: { total: spells.length, in_post_at_end: spells.filter(({ end }) => end === null || end >= END).length },
    turnover_by_period: turnoverByPeriod(headline),
    turnover_by_month: turnoverByMonth(headline, holdings),
    hire_cohorts: hireCohorts(spells),
    post_close: postClose(spells),
    hot_units: hotUnits(holdings, spells),
    rehires_bridged: headline.moves
      .filter(({ gapDays }) => gapDays > 0)
      .map(({ from, to, gapDays }) => ({
        worker: to.worker,
        left: isoDay(from.end!),
        back: isoDay(to.start),
        gap_days: gapDays,
      })),
    transfers: moves.filter(({ kind }) => kind === 'transfer').map(describeMove),
    conversions: moves.filter(({ kind }) => kind === 'conversion').map(describeMove),
  };
}

function describeMove({ from, to }: Move) {
  const place = ({ seat }: Holding) => ({ entity: seat.unit.entity, unit: seat.unit.name });
  return {
    worker: to.worker,
    job_code: codeAt(to.seat.unit.entity, to.seat.job),
    from: place(from),
    last_day: isoDay(from.end!),
    to: place(to),
    first_day: isoDay(to.start),
  };
}

/**
 * Everyone hired or converted in a quarter, and how many had left within so many days; null where not all could be seen so long.
 * `system` counts Bayside throughout, `as_owned` who was hired there from the close on.
 */
function hireCohorts(spells: readonly Spell[]) {
  const owned = spells.filter((spell) => placeAtStart(spell) !== 'Bayside' || spell.start >= CLOSE);
  return Array.from({ length: MONTHS / 3 }, (_, quarter) => quarter).flatMap((quarter) => [
    { of: 'system', ...hireCohort(spells, quarter) },
    { of: 'as_owned', ...hireCohort(owned, quarter) },
  ]);
}

function placeAtStart({ holdings }: Spell): string {
  return holdings[0]!.seat.unit.entity;
}

function hireCohort(spells: readonly Spell[], quarter: number) {
  const [first, last] = [quarter * 3, quarter * 3 + 2];
  const hired = spells.filter(({ start }) => start >= firstDay(first) && start <= lastDay(last));
  const left = (days: number) =>
    lastDay(last) + days - 1 > END ? null : leftWithin(hired, ({ start }) => start, days);
  return {
    from: isoMonth(first),
    to: isoMonth(last),
    hired: hired.length,
    left_within: Object.fromEntries(WITHIN.map((days) => [days, left(days)])),
  };
}

function leftWithin(spells: readonly Spell[], from: (spell: Spell) => number, days: number): number {
  return spells.filter((spell) => spell.end !== null && spell.end - from(spell) + 1 <= days).length;
}

/** Hired elsewhere early enough after the close to be seen for this long. */
const FOLLOWED = 180;

/** Who came with Bayside, from the close, against who was hired elsewhere since, from their first day. */
function postClose(spells: readonly Spell[]) {
  const acquired = spells.filter((spell) => spell.start < CLOSE && spell.holdings.some((each) => isAcquired(each)));
  const hires = spells.filter((spell) => spell.start >= CLOSE && placeAtStart(spell) !== 'Bayside');
  const followed = hires.filter(({ start }) => start + FOLLOWED - 1 <= END);
  return {
    close: isoDay(CLOSE),
    planted: {
      months: POST_CLOSE.months,
      times_risk_of_newcomers: POST_CLOSE.timesNewcomers,
      afterwards_times_risk_of_newcomers: 1,
    },
    acquired: { ...followedFor(acquired, () => CLOSE), left_by_2026_09_30: leftWithin(acquired, () => CLOSE, END) },
    hired_elsewhere: { ...followedFor(followed, ({ start }) => start), hired_since_close: hires.length },
    by_job: [...new Set(acquired.map(({ holdings }) => holdings[0]!.seat.job))].sort().map((job) => {
      const same = ({ holdings }: Spell) => holdings[0]!.seat.job === job;
      return {
        northlake_job_code: job,
        acquired: followedFor(acquired.filter(same), () => CLOSE),
        hired_elsewhere: followedFor(followed.filter(same), ({ start }) => start),
      };
    }),
  };
}

/** In post at Bayside on the day of the close. */
function isAcquired(holding: Holding): boolean {
  return holding.seat.unit.entity === 'Bayside' && isInPost(holding, CLOSE);
}

/** Nobody is censored within this time, so the mean of days kept is the restricted mean itself. */
function followedFor(spells: readonly Spell[], from: (spell: Spell) => number) {
  const kept = (spell: Spell) => Math.min(FOLLOWED, spell.end === null ? FOLLOWED : spell.end - from(spell) + 1);
  return {
    people: spells.length,
    left_within_90: leftWithin(spells, from, 90),
    left_within_180: leftWithin(spells, from, FOLLOWED),
    mean_days_kept_of_180: spells.length === 0 ? null : total(spells, kept) / spells.length,
  };
}

/** Leavers of each unit against those expected from the ordinary risk of its people, month by month; highest ratio first. */
function hotUnits(holdings: readonly Holding[], spells: readonly Spell[]) {
  const headline = holdings.filter(isInHeadline);
  const leavers = spells.filter(({ end }) => end !== null).map((spell) => spell.holdings.at(-1)!);
  const units = UNITS.map(({ name, entity }) => {
    const own = headline.filter(({ seat }) => seat.unit.name === name);
    const left = leavers.filter(({ seat }) => seat.unit.name === name).length;
    const expected = total(own, expectedLeaving);
    return {
      unit: name,
      entity,
      in_post_at_end: own.filter(isInPostAtEnd).length,
      leavers: left,
      expected_leavers: expected,
      ratio: left / expected,
    };
  });
  return {
    planted: EARLY_LEAVING.units,
    planted_factor: EARLY_LEAVING.factor,
    /** Seats there passed to agencies, so people left who were not replaced by employees. */
    also_losing_seats_to_agencies: HOT_UNITS,
    by_unit: units.toSorted((a, b) => b.ratio - a.ratio),
  };
}

function expectedLeaving({ seat, start, end }: Holding): number {
  let expected = 0;
  for (let month = Math.max(0, monthOf(Math.max(start, START))); month <= monthOf(end ?? END); month++)
    expected += riskOfLeaving(seat, start, month);
  return expected;
}
