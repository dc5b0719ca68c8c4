import type { Range } from '../../contract/decisions.ts';
import type { AssumptionId } from './assumptions.ts';

/** What the workspace knows of the price of replacing somebody; null where no extract tells. */
export type CostSources = {
  /** Scheduled hours a week of those who left, mean. */
  weeklyHours: number | null;
  /** What an agency hour costs above a loaded own hour, in minor units; may be negative. */
  agencyPremium: number | null;
  /** Base pay an hour of those who left, mean, in minor units. */
  basePay: number | null;
  /** Orientation and education pay booked in the period per person hired, in minor units. */
  orientationBooked: number | null;
};

/** One part of the cost of a leaver, in minor units; null where `missing` is not empty. */
export type CostPart = { id: 'cover' | 'orientation'; money: Range | null; basis: string; missing: string[] };

export type TurnoverCost = {
  parts: CostPart[];
  /** Of the parts that are known; null where none is. */
  perLeaver: Range | null;
  total: Range | null;
  /** What one point less of annual turnover saves in a year. */
  perPoint: Range | null;
};

const WEEK = 7;
const POINT = 0.01;

/**
 * What turnover costs, as a range: covering the empty post until it is filled, and bringing in the next person. Parts
 * whose price no extract tells are left out and named, so that the range then is a lower bound.
 *
 * In: leavers of the period; heads of the year to come, of which one in a hundred is a point.
 */
export function priceTurnover(
  { leavers, heads }: { leavers: number; heads: number },
  sources: CostSources,
  assumed: Readonly<Record<AssumptionId, Range>>,
): TurnoverCost {
  const parts = [coverPart(sources, assumed), orientationPart(sources, assumed)];
  const known = parts.flatMap(({ money }) => (money === null ? [] : [money]));
  const perLeaver =
    known.length === 0
      ? null
      : { low: known.reduce((sum, { low }) => sum + low, 0), high: known.reduce((sum, { high }) => sum + high, 0) };
  const times = (count: number): Range | null =>
    perLeaver && { low: Math.round(perLeaver.low * count), high: Math.round(perLeaver.high * count) };
  return { parts, perLeaver: times(1), total: times(leavers), perPoint: times(heads * POINT) };
}

function coverPart(
  { weeklyHours, agencyPremium }: CostSources,
  { days_to_fill: days, cover_share: share }: Readonly<Record<AssumptionId, Range>>,
): CostPart {
  const basis = 'days to fill × scheduled hours a day × share covered × agency premium an hour, loaded';
  const missing = [
    ...(weeklyHours === null ? ['roster with scheduled_hours'] : []),
    ...(agencyPremium === null ? ['labor with agency cost', 'loads'] : []),
  ];
  if (weeklyHours === null || agencyPremium === null) return { id: 'cover', money: null, basis, missing };
  const ends = [days.low * share.low, days.high * share.high].map(
    (covered) => (covered * weeklyHours * agencyPremium) / WEEK,
  );
  // Where an agency hour costs less than an own one, more of them cost less.
  return { id: 'cover', money: { low: Math.min(...ends), high: Math.max(...ends) }, basis, missing };
}

function orientationPart(
  { basePay, orientationBooked }: CostSources,
  { orientation_hours: hours }: Readonly<Record<AssumptionId, Range>>,
): CostPart {
  const basis =
    orientationBooked === null
      ? 'hours of orientation × base pay of those who left'
      : 'from the low hours of orientation at base pay up to all orientation and education pay booked, per hire';
  if (basePay === null)
    return { id: 'orientation', money: null, basis, missing: ['roster with base_rate in one currency'] };
  const low = hours.low * basePay;
  const high = orientationBooked ?? hours.high * basePay;
  return { id: 'orientation', money: { low: Math.min(low, high), high: Math.max(low, high) }, basis, missing: [] };
}
