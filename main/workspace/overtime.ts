import { MONTH_BASE } from '../facts/cells.ts';
import type { SortedCells } from '../facts/cells.ts';
import { KeyIndex } from '../facts/key-index.ts';
import { decodeLaborChunk } from '../facts/labor-chunk.ts';
import { RowStatus } from '../facts/row-status.ts';
import { MonthCache } from '../model/month-cache.ts';
import type { Store } from '../ports/store.ts';
import type { Dictionaries } from './dictionaries.ts';

/** By cell: premium money in minor units, and overtime hours (10⁻⁶ hours) whose worker has no regular rate in the month. */
export type OvertimeSums = { premium: Float64Array; unratedHours: Float64Array };

/**
 * Overtime premium money by cell: overtime cost − overtime hours × the worker's regular rate in the month, rounded
 * per worker. Hours of workers without a regular rate are kept apart; cells that are not overtime have zeros.
 */
export function overtimeSums(store: Store, dictionaries: Dictionaries, cells: SortedCells): OvertimeSums {
  const premium = new Float64Array(cells.month.length);
  const unratedHours = new Float64Array(cells.month.length);
  const classOf = Array.from({ length: dictionaries.payCodes.length + 1 }, (_, id) => dictionaries.payClass(id));
  if (!classOf.includes('overtime')) return { premium, unratedHours };
  const lines = overtimeLines(store, dictionaries, classOf, cells);
  const regular = regularSums(store, dictionaries, classOf, lines.workerMonths);
  for (let i = 0; i < lines.cell.length; i++) {
    const cell = lines.cell[i];
    if (cell < 0) continue;
    const id = lines.workerMonth[i];
    const hours = lines.hours[i];
    if (hours === 0) premium[cell] += lines.cost[i];
    else if (regular.hours[id] > 0)
      premium[cell] += Math.round(lines.cost[i] - (hours * regular.cost[id]) / regular.hours[id]);
    else unratedHours[cell] += hours;
  }
  return { premium, unratedHours };
}

/** Overtime of each worker, month and cell, and the ids given to worker-months. */
type OvertimeLines = { workerMonths: KeyIndex; workerMonth: number[]; cell: number[]; hours: number[]; cost: number[] };

function overtimeLines(
  store: Store,
  dictionaries: Dictionaries,
  classOf: readonly string[],
  cells: SortedCells,
): OvertimeLines {
  const workerMonths = new KeyIndex(2);
  const lines: OvertimeLines = { workerMonths, workerMonth: [], cell: [], hours: [], cost: [] };
  const byCell = new KeyIndex(2);
  const key = new Int32Array(2);
  eachInternalRow(store, dictionaries, classOf, 'overtime', ({ worker, month, tuple, payCode, hours, cost }) => {
    key[0] = worker;
    key[1] = month;
    const id = workerMonths.idOf(key);
    key[0] = id;
    key[1] = findCell(cells, tuple, month, payCode);
    const at = byCell.idOf(key);
    if (at === lines.cell.length) {
      lines.workerMonth.push(id);
      lines.cell.push(key[1]);
      lines.hours.push(0);
      lines.cost.push(0);
    }
    lines.hours[at] += hours;
    lines.cost[at] += cost;
  });
  return lines;
}

function regularSums(
  store: Store,
  dictionaries: Dictionaries,
  classOf: readonly string[],
  workerMonths: KeyIndex,
): { hours: Float64Array; cost: Float64Array } {
  const sums = { hours: new Float64Array(workerMonths.size), cost: new Float64Array(workerMonths.size) };
  const key = new Int32Array(2);
  eachInternalRow(store, dictionaries, classOf, 'regular', ({ worker, month, hours, cost }) => {
    key[0] = worker;
    key[1] = month;
    const id = workerMonths.find(key);
    if (id < 0) return;
    sums.hours[id] += hours;
    sums.cost[id] += cost;
  });
  return sums;
}

type Row = { tuple: number; worker: number; month: number; payCode: number; hours: number; cost: number };

/** Visits effective rows of own staff in one pay class whose cost is known; the row is reused. */
function eachInternalRow(
  store: Store,
  dictionaries: Dictionaries,
  classOf: readonly string[],
  payClass: string,
  visit: (row: Row) => void,
): void {
  const isInternal = internalTuples(dictionaries);
  const wanted = Uint8Array.from(classOf, (one) => (one === payClass ? 1 : 0));
  const row: Row = { tuple: 0, worker: 0, month: 0, payCode: 0, hours: 0, cost: 0 };
  const months = new MonthCache();
  for (const info of store.chunks('labor')) {
    const { rows, tuple, worker, day, payCode, hours, cost } = decodeLaborChunk(store.chunkData(info.id));
    const statuses = store.chunkStatuses(info.id);
    for (let i = 0; i < rows; i++) {
      row.payCode = payCode.values[i] * payCode.scale;
      if (!wanted[row.payCode]) continue;
      row.tuple = tuple.values[i] * tuple.scale;
      if (
        !isInternal[row.tuple] ||
        (statuses !== null && statuses[i] !== RowStatus.effective) ||
        (cost.known !== null && !cost.known[i])
      )
        continue;
      row.worker = worker.values[i] * worker.scale;
      row.month = months.of(day.values[i] * day.scale);
      row.hours = hours.values[i] * hours.scale;
      row.cost = cost.values[i] * cost.scale;
      visit(row);
    }
  }
}

function findCell(cells: SortedCells, tuple: number, month: number, payCode: number): number {
  const relative = month - MONTH_BASE;
  let low = cells.start[tuple];
  let high = cells.start[tuple + 1] - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = cells.month[middle] - relative || cells.payCode[middle] - payCode;
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function internalTuples(dictionaries: Dictionaries): Uint8Array {
  const { codes, ofTuple } = dictionaries.tuples.column('worker_class');
  return Uint8Array.from(ofTuple, (position) => (codes[position] === 'internal' ? 1 : 0));
}
