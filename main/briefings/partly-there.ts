import { formatMonth } from '../contract/format.ts';
import { monthsWorked } from '../metrics/months-worked.ts';
import { formatIsoMonth, monthOfDay } from '../model/civil-day.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import { closesOf } from '../workspace/closes.ts';
import { listed } from './listed.ts';
import type { Months, PageContext } from './page.ts';
import { nameOf } from './sides-compared.ts';

/** An entity with labour rows in a part of two periods only: its first month where it is not there from the beginning, its last where not to the end. */
export type PartlyThere = { code: string; since: number | null; until: number | null };

const NAMED = 3;

/**
 * Entities of the page's filter that make two periods hard to compare: they begin after the earlier one begins, or end
 * before the later one ends. Months without any rows at all tell nothing of an entity.
 */
export function partlyThere({ view, where }: PageContext, before: Months, after: Months): PartlyThere[] {
  const isCompared = (month: number) => isIn(month, before) || isIn(month, after);
  const ends = ({ months }: { months: readonly number[] }) => {
    const compared = months.filter(isCompared);
    return compared.length === 0 ? [] : [{ first: compared[0], last: compared[compared.length - 1] }];
  };
  const [whole] = monthsWorked(view, [], {}).flatMap(ends);
  return monthsWorked(view, ['entity'], where)
    .filter(({ codes: [code] }) => code !== UNKNOWN_CODE)
    .flatMap((entity) => ends(entity).map((own) => ({ code: entity.codes[0], ...own })))
    .map(({ code, first, last }) => ({
      code,
      since: first > whole.first ? first : null,
      until: last < whole.last ? last : null,
    }))
    .filter(({ since, until }) => since !== null || until !== null);
}

function isIn(month: number, { from, to }: Months): boolean {
  return month >= from && month <= to;
}

/** Names of some entities, the first of many. */
export function entitiesNamed({ view }: PageContext, codes: readonly string[]): string {
  const names = codes.map((code) => nameOf(view, code));
  if (names.length <= NAMED) return listed(names);
  return listed([...names.slice(0, NAMED - 1), `${names.length - NAMED + 1} other entities`]);
}

/** E.g. "Bayside Medical, here since Dec 2025". */
export function partlyText(context: PageContext, partly: readonly PartlyThere[]): string {
  const names = entitiesNamed(
    context,
    partly.map(({ code }) => code),
  );
  return `${names}, ${spanOf(partly)}`;
}

/** E.g. "here since Dec 2025": one month says it for all that begin or end in it. */
export function spanOf(partly: readonly PartlyThere[]): string {
  const [{ since, until }] = partly;
  if (partly.some((one) => one.since !== since || one.until !== until)) return 'not here throughout';
  if (since === null) return `here until ${monthText(until!)}`;
  return `here ${until === null ? `since ${monthText(since)}` : `from ${monthText(since)} to ${monthText(until)}`}`;
}

/** What the comparison lacks, a sentence for all that begin or end in one month. */
export function partlyThereNotices(context: PageContext, partly: readonly PartlyThere[]): string[] {
  const closes = context.view.chosen?.structure === 'then' ? closesOf(context.view) : new Map<string, number>();
  const isClose = (code: string, month: number) => closes.has(code) && monthOfDay(closes.get(code)!) === month;
  const sentences = (end: 'since' | 'until', textOf: (whom: Whom, month: number) => string) => {
    const byMonth = Map.groupBy(
      partly.filter((one) => one[end] !== null),
      (one) => JSON.stringify([one[end], end === 'since' && isClose(one.code, one.since!)]),
    );
    return [...byMonth.values()].map((some) => {
      const codes = some.map(({ code }) => code);
      const whom = { names: entitiesNamed(context, codes), isOne: codes.length === 1, codes };
      return textOf(whom, some[0][end]!);
    });
  };
  return [
    ...sentences('since', ({ names, isOne, codes }, month) => {
      const counts = isClose(codes[0], month)
        ? `${isOne ? 'counts' : 'count'} only since the close in`
        : `${isOne ? 'has' : 'have'} labour rows only since`;
      return `${names} ${counts} ${monthText(month)}: before that the comparison is without ${isOne ? 'it' : 'them'}.`;
    }),
    ...sentences(
      'until',
      ({ names, isOne }, month) =>
        `${names} ${isOne ? 'has' : 'have'} no labour rows after ${monthText(month)}: from then on the comparison is without ${isOne ? 'it' : 'them'}.`,
    ),
  ];
}

type Whom = { names: string; isOne: boolean; codes: readonly string[] };

function monthText(month: number): string {
  return formatMonth(formatIsoMonth(month));
}
