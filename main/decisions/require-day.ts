import { UsageError } from '../contract/errors.ts';
import { parseIsoDay } from '../model/civil-day.ts';

/** Throws a UsageError naming what is not a day of the calendar. */
export function requireDay(text: string): void {
  if (parseIsoDay(text) === null) throw new UsageError(`"${text}" is not a day such as 2026-12-31.`);
}
