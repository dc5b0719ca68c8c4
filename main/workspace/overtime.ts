import { MONTH_BASE } from '../facts/cells.ts';
import type { SortedCells } from '../facts/cells.ts';
import { decodeLaborChunk } from '../facts/labor-chunk.ts';
import type { LaborChunk } from '../facts/labor-chunk.ts';
import { RowStatus } from '../facts/row-status.ts';
import { monthOfDay } from '../model/civil-day.ts';
import type { Store } from '../store.ts';
import type { Dictionaries } from './dictionaries.ts';

/**
 * Overtime premium money by cell, in minor units: overtime cost − overtime hours × the worker's regular rate in the
 * month, rounded per worker. NaN where some worker's regular rate is not known; 0 on cells that are not overtime.
 */
export function overtimePremiums(store: Store, dictionaries: Dictionaries, cells: SortedCells): Float64Array {
  const premiums = new Float64Array(cells.month.length);
  const classOf = dictionaries.payCodes.reduce((classes, { id }) => classes.set(id, dictionaries.payClass(id)), new Map<number, string>());
  const isInternal = internalTuples(dictionaries);
  if (![...classOf.values()].includes('overtime')) return premiums;
  const overtime = new Map<number, Map<number, { hours: number; cost: number }>>();
  eachRow(store, isInternal, (row) => {
    if (classOf.get(row.payCode) !== 'overtime') return;
    const key = workerMonth(row);
    let ofWorker = overtime.get(key);
    if (!ofWorker) overtime.set(key, (ofWorker = new Map()));
    const cell = findCell(cells, row.tuple, row.month, row.payCode);
    const sums = ofWorker.get(cell) ?? { hours: 0, cost: 0 };
    sums.hours += row.hours;
    sums.cost += row.cost;
    ofWorker.set(cell, sums);
  });
  const regular = new Map<number, { hours: number; cost: number }>();
  eachRow(store, isInternal, (row) => {
    const key = workerMonth(row);
    if (classOf.get(row.payCode) !== 'regular' || !overtime.has(key)) return;
    const sums = regular.get(key) ?? { hours: 0, cost: 0 };
    sums.hours += row.hours;
    sums.cost += row.cost;
    regular.set(key, sums);
  });
  for (const [key, ofWorker] of overtime) {
    const base = regular.get(key);
    for (const [cell, { hours, cost }] of ofWorker) {
      if (cell < 0) continue;
      if (hours === 0) premiums[cell]! += cost;
      else if (base && base.hours > 0) premiums[cell]! += Math.round(cost - (hours * base.cost) / base.hours);
      else premiums[cell] = NaN;
    }
  }
  return premiums;
}

type Row = { tuple: number; worker: number; month: number; payCode: number; hours: number; cost: number };

function eachRow(store: Store, wanted: Uint8Array, visit: (row: Row) => void): void {
  for (const info of store.chunks('labor')) {
    const chunk: LaborChunk = decodeLaborChunk(store.chunkData(info.id));
    const statuses = store.chunkStatuses(info.id);
    for (let i = 0; i < chunk.rows; i++) {
      const tuple = chunk.tuple.values[i]! * chunk.tuple.scale;
      if (!wanted[tuple] || (statuses !== null && statuses[i] !== RowStatus.effective)) continue;
      if (chunk.cost.known !== null && !chunk.cost.known[i]) continue;
      visit({
        tuple, worker: chunk.worker.values[i]! * chunk.worker.scale, month: monthOfDay(chunk.day.values[i]! * chunk.day.scale),
        payCode: chunk.payCode.values[i]! * chunk.payCode.scale, hours: chunk.hours.values[i]! * chunk.hours.scale, cost: chunk.cost.values[i]! * chunk.cost.scale,
      });
    }
  }
}

function workerMonth({ worker, month }: Row): number {
  return worker * 65_536 + (month - MONTH_BASE);
}

function findCell(cells: SortedCells, tuple: number, month: number, payCode: number): number {
  const relative = month - MONTH_BASE;
  let low = cells.start[tuple]!;
  let high = cells.start[tuple + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = cells.month[middle]! - relative || cells.payCode[middle]! - payCode;
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
