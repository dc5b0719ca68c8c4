import { parseIsoDay } from '../model/civil-day.ts';

/** Days after the close by which integration teams promise things. */
export const MILESTONES = [1, 30, 100, 365];

/** The first milestone that a date falls on or before. */
export function milestoneOf(due: string, closeDay: number): string {
  const day = parseIsoDay(due)! - closeDay;
  const milestone = MILESTONES.find((candidate) => day <= candidate);
  return milestone === undefined ? `after day ${MILESTONES.at(-1)}` : `day ${milestone}`;
}
