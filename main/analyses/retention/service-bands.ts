import { DAYS_A_YEAR } from '../../model/year.ts';

/** A band of length of service, in days: `from` inclusive, `to` exclusive. */
type ServiceBand = { from: number; to: number };

/** Bands within which people leave at about one rate: short where the rate falls fast. */
export const SERVICE_BANDS: readonly ServiceBand[] = [
  { from: 0, to: 91 },
  { from: 91, to: 182 },
  { from: 182, to: DAYS_A_YEAR },
  { from: DAYS_A_YEAR, to: 2 * DAYS_A_YEAR },
  { from: 2 * DAYS_A_YEAR, to: 3 * DAYS_A_YEAR },
  { from: 3 * DAYS_A_YEAR, to: 5 * DAYS_A_YEAR },
  { from: 5 * DAYS_A_YEAR, to: 10 * DAYS_A_YEAR },
  { from: 10 * DAYS_A_YEAR, to: Infinity },
];

/** People whose length of service no extract tells are a band of their own, in which they remain. */
const UNKNOWN_BAND = SERVICE_BANDS.length;
export const BAND_COUNT = SERVICE_BANDS.length + 1;

/** Service from one day to another, the last one exclusive; `known` is false where only the days are known. */
export type Service = { entry: number; exit: number; known: boolean };

/** Index of the band that the last day of a service lies in. */
export function lastBand({ exit, known }: Service): number {
  return known ? SERVICE_BANDS.findIndex(({ to }) => exit - 1 < to) : UNKNOWN_BAND;
}

/** Days of a service that lie in each band; they add up to `exit − entry`. */
export function daysByBand({ entry, exit, known }: Service): number[] {
  const within = ({ from, to }: ServiceBand) => Math.max(0, Math.min(exit, to) - Math.max(entry, from));
  return [...SERVICE_BANDS.map((band) => (known ? within(band) : 0)), known ? 0 : exit - entry];
}
