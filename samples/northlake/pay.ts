import { BAYSIDE_LOCAL_CODES, jobOf } from './jobs.ts';
import type { Rng } from './rng.ts';
import { BAND_MAXIMUM, BAND_MINIMUM, BAYSIDE_PAY } from './story.ts';
import type { EntityId } from './system.ts';

/** The job code that an entity uses for one of our jobs. */
export function codeAt(entity: EntityId, job: string): string {
  return entity === 'Bayside' ? (BAYSIDE_LOCAL_CODES[job] ?? job) : job;
}

/** Pay an hour in April 2024, in cents: at Northlake always inside the band, at Bayside often below it. */
export function startingRate(entity: EntityId, job: string, rng: Rng): number {
  if (entity !== 'Bayside') return Math.round(jobOf(job).pay * rng.between(BAND_MINIMUM + 0.01, 1.19));
  const level = BAYSIDE_PAY[codeAt(entity, job)] ?? 1;
  return Math.round(jobOf(job).pay * level * rng.between(0.89, 1.15));
}

/** Raises since April 2024: Northlake 3 % every October, Bayside 2.5 % every January. */
function raises(entity: EntityId, month: number): number {
  if (entity === 'Bayside') return month >= 21 ? 1.025 * 1.025 : month >= 9 ? 1.025 : 1;
  return month >= 18 ? 1.03 * 1.03 : month >= 6 ? 1.03 : 1;
}

/** Pay an hour in a month, in whole cents. */
export function rateIn(rate: number, entity: EntityId, month: number): number {
  return Math.round(rate * raises(entity, month));
}

/** Northlake's pay band of a job in a month, in cents an hour. */
export function bandAt(job: string, month: number): { min: number; mid: number; max: number } {
  const middle = jobOf(job).pay * raises('Northlake', month);
  return { min: Math.round(middle * BAND_MINIMUM), mid: Math.round(middle), max: Math.round(middle * BAND_MAXIMUM) };
}
