import { formatValue } from '../contract/format.ts';
import { SMALLEST_GROUP } from './suppression.ts';

/** Whether a number of people is one that a clean room does not tell. Nobody at all may be told. */
export function isFew(people: number | null): boolean {
  return people !== null && people > 0 && people < SMALLEST_GROUP;
}

/** A number of people as text may tell it: few are not counted where few are hidden. */
export function toldPeople(people: number, { hidesFew }: { hidesFew: boolean }): string {
  return hidesFew && isFew(people) ? 'fewer than five' : formatValue(people, 'count');
}

/** The same with what is counted, in the singular for one who may be told. */
export function toldAs(people: number, facts: { hidesFew: boolean }, one: string, many: string): string {
  return `${toldPeople(people, facts)} ${people === 1 && !facts.hidesFew ? one : many}`;
}

/**
 * A share of so many people, those outside it counted in fives, so that neither they nor those within it follow to
 * the last person; all of them is all of them.
 */
export function shareInFives(share: number, of: number): number {
  const outside = Math.round(((1 - share) * of) / SMALLEST_GROUP) * SMALLEST_GROUP;
  return Math.max(0, 1 - outside / of);
}
