import { MONTH_BASE } from '../facts/cells.ts';
import type { Split } from './sum-cells.ts';
import type { SummableCells } from './summable-cells.ts';

/** Which of some months each group of a split has any cell in, ascending; whatever the cells add up to. */
export function monthsWithCells(
  cells: SummableCells,
  { groupOf, groups, categoryOf }: Pick<Split, 'groupOf' | 'groups' | 'categoryOf'>,
  { first, last }: { first: number; last: number },
): number[][] {
  const { start, month, payCode } = cells;
  const span = last - first + 1;
  const found = new Uint8Array(groups * span);
  for (let tuple = 0; tuple + 1 < start.length; tuple++) {
    if (groupOf[tuple] < 0) continue;
    const base = groupOf[tuple] * span - (first - MONTH_BASE);
    for (let i = start[tuple]; i < start[tuple + 1]; i++) if (categoryOf[payCode[i]] >= 0) found[base + month[i]] = 1;
  }
  const months = Array.from({ length: span }, (_, at) => first + at);
  return Array.from({ length: groups }, (_, group) => months.filter((_month, at) => found[group * span + at]));
}
