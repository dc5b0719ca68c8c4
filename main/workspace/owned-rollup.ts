import { MEASURES, MONTH_BASE } from '../facts/cells.ts';
import type { SortedCells } from '../facts/cells.ts';
import type { Packed } from '../facts/packed.ts';
import type { RecordMonths, RecordSet } from '../facts/staffing-records.ts';
import type { SortedWorkerMonths } from '../facts/worker-months.ts';
import type { Rollup } from './rollup.ts';

/** First month since January 1900 that counts, by tuple; 0 where all do. */
type FirstMonths = Uint16Array;

/**
 * A rollup without the months in which the entity of a tuple was another organisation's. Pay by worker stays whole: of
 * it only what stands in a cell is ever looked at.
 */
export function ownedRollup(rollup: Rollup, firstMonths: FirstMonths, sets: readonly RecordSet[]): Rollup {
  return {
    cells: ownedCells(rollup.cells, firstMonths),
    workerMonths: ownedWorkerMonths(rollup.workerMonths, firstMonths),
    workerPay: rollup.workerPay,
    records: ownedRecords(rollup.records, firstMonths, sets),
  };
}

function ownedCells(cells: SortedCells, firstMonths: FirstMonths): SortedCells {
  const { start, kept } = owned(cells, firstMonths);
  const measures = MEASURES.map((measure): [string, Packed] => [measure, picked(cells[measure], kept)]);
  const { continuedRows, ...others } = Object.fromEntries(measures) as Pick<SortedCells, (typeof MEASURES)[number]>;
  const month = Uint16Array.from(kept, (at) => cells.month[at]);
  // What goes on from a month that does not count begins in the first one that does.
  for (let tuple = 0; tuple + 1 < start.length; tuple++) {
    for (let i = start[tuple]; i < start[tuple + 1] && month[i] === firstMonths[tuple]; i++)
      continuedRows.values[i] = 0;
  }
  return {
    start,
    month,
    payCode: Uint16Array.from(kept, (at) => cells.payCode[at]),
    continuedRows,
    ...others,
  };
}

function ownedWorkerMonths(months: SortedWorkerMonths, firstMonths: FirstMonths): SortedWorkerMonths {
  const { start, kept } = owned(months, firstMonths);
  return {
    start,
    month: Uint16Array.from(kept, (at) => months.month[at]),
    worker: picked(months.worker, kept),
    cost: picked(months.cost, kept),
  };
}

function ownedRecords(records: RecordMonths, firstMonths: FirstMonths, sets: readonly RecordSet[]): RecordMonths {
  const counts = (_: unknown, i: number) =>
    records.month[i] - MONTH_BASE >= (firstMonths[sets[records.set[i]].place] ?? 0);
  return {
    set: records.set.filter(counts),
    month: records.month.filter(counts),
    records: records.records.filter(counts),
    census: records.census.filter(counts),
    censusRecords: records.censusRecords.filter(counts),
  };
}

/** Positions of the entries that count, and where those of each tuple now begin. */
function owned({ start, month }: { start: Uint32Array; month: Uint16Array }, firstMonths: FirstMonths) {
  const starts = new Uint32Array(start.length);
  const kept = new Uint32Array(month.length);
  let count = 0;
  for (let tuple = 0; tuple + 1 < start.length; tuple++) {
    for (let i = start[tuple]; i < start[tuple + 1]; i++) if (month[i] >= firstMonths[tuple]) kept[count++] = i;
    starts[tuple + 1] = count;
  }
  return { start: starts, kept: kept.subarray(0, count) };
}

function picked({ values, scale, known }: Packed, kept: Uint32Array): Packed {
  const some = values.slice(0, kept.length);
  kept.forEach((at, i) => (some[i] = values[at]));
  return { values: some, scale, known: known && Uint8Array.from(kept, (at) => known[at]) };
}
