import { Columns } from './columns.ts';
import type { SummableCells } from './summable-cells.ts';
import { tuplesByGroup } from './tuples-by-group.ts';

/**
 * Cells added up over all that groups of tuples do not tell apart: fewer of them, with the same sums. Whatever asks for
 * no more than the groups tell is answered by them as by the cells themselves.
 */
export function collapseCells(cells: SummableCells, groupOf: Int32Array, groups: number): SummableCells {
  const { start, month, payCode } = cells;
  const codes = endsOf(payCode).most + 1;
  const { least: first, most: last } = endsOf(month);
  /** Of the group at hand: number of the collapsed cell by month and pay code; −1 where there is none. */
  const numberOf = new Int32Array((last - first + 1) * codes).fill(-1);
  const met = new Int32Array(numberOf.length);
  const collapsedStart = new Uint32Array(groups + 1);
  const collapsedMonth = new Uint16Array(month.length);
  const collapsedPayCode = new Uint16Array(month.length);
  const target = new Int32Array(month.length);
  let count = 0;
  for (const [group, tuples] of tuplesByGroup(groupOf, groups, start.length - 1).entries()) {
    let size = 0;
    for (const tuple of tuples) {
      for (let i = start[tuple]; i < start[tuple + 1]; i++) {
        const at = (month[i] - first) * codes + payCode[i];
        if (numberOf[at] < 0) met[size++] = at;
        numberOf[at] = 0;
      }
    }
    for (const at of met.subarray(0, size).sort()) {
      numberOf[at] = count;
      collapsedMonth[count] = first + Math.floor(at / codes);
      collapsedPayCode[count++] = at % codes;
    }
    for (const tuple of tuples)
      for (let i = start[tuple]; i < start[tuple + 1]; i++)
        target[i] = numberOf[(month[i] - first) * codes + payCode[i]];
    for (const at of met.subarray(0, size)) numberOf[at] = -1;
    collapsedStart[group + 1] = count;
  }
  const columns = new Columns(count, (sum) => {
    if (cells.columns.isZero(sum)) return null;
    const values = cells.columns.get(sum);
    const into = new Float64Array(count);
    for (let i = 0; i < values.length; i++) into[target[i]] += values[i];
    return into;
  });
  return {
    start: collapsedStart,
    month: collapsedMonth.slice(0, count),
    payCode: collapsedPayCode.slice(0, count),
    columns,
  };
}

/** The least and the highest of some numbers; of none, ends that no number lies between. */
function endsOf(values: Uint16Array): { least: number; most: number } {
  let [least, most] = [0, -1];
  for (let i = 0; i < values.length; i++) {
    if (i === 0 || values[i] < least) least = values[i];
    if (values[i] > most) most = values[i];
  }
  return { least, most };
}
