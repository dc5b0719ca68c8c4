/** A band of length of service, in days: `from` inclusive, `to` exclusive. */
export type TenureBand = { label: string; from: number; to: number };

const YEAR = 365;

/** Bands within which people leave at about one rate: short where the rate falls fast. */
export const TENURE_BANDS: readonly TenureBand[] = [
  { label: 'under 3 months', from: 0, to: 91 },
  { label: '3–6 months', from: 91, to: 182 },
  { label: '6–12 months', from: 182, to: YEAR },
  { label: '1–2 years', from: YEAR, to: 2 * YEAR },
  { label: '2–3 years', from: 2 * YEAR, to: 3 * YEAR },
  { label: '3–5 years', from: 3 * YEAR, to: 5 * YEAR },
  { label: '5–10 years', from: 5 * YEAR, to: 10 * YEAR },
  { label: '10 years and more', from: 10 * YEAR, to: Infinity },
];

/** Index of the band that a day of service lies in. */
export function bandOfDay(day: number): number {
  return TENURE_BANDS.findIndex(({ to }) => day < to);
}

/** Days of service from `entry` to `exit` that lie in each band; they add up to `exit − entry`. */
export function daysByBand(entry: number, exit: number): number[] {
  return TENURE_BANDS.map(({ from, to }) => Math.max(0, Math.min(exit, to) - Math.max(entry, from)));
}
