import type { SortedCells } from '../facts/cells.ts';
import type { SortedWorkerPay } from '../facts/worker-pay.ts';

/** By cell: premium money in minor units, and overtime hours (10⁻⁶ hours) whose worker has no regular rate in the month. */
export type OvertimeSums = { premium: Float64Array; unratedHours: Float64Array };

/**
 * Overtime premium money by cell: overtime cost − overtime hours × the worker's regular rate in the month, rounded
 * per worker. Hours of workers without a regular rate are kept apart; cells that are not overtime have zeros.
 */
export function overtimeSums({ regular, overtime }: SortedWorkerPay, cells: SortedCells): OvertimeSums {
  const premium = new Float64Array(cells.month.length);
  const unratedHours = new Float64Array(cells.month.length);
  const { worker, month, tuple, payCode, hours, cost } = overtime;
  let own = 0;
  for (let i = 0; i < worker.values.length; i++) {
    const [ofWorker, inMonth] = [worker.values[i] * worker.scale, month.values[i] * month.scale];
    // Both are sorted by worker and month, so that one walk finds every regular rate.
    while (own < regular.worker.values.length && isBefore(regular, own, ofWorker, inMonth)) own++;
    const cell = findCell(cells, tuple.values[i] * tuple.scale, inMonth, payCode.values[i] * payCode.scale);
    if (cell < 0) continue;
    const overtimeHours = hours.values[i] * hours.scale;
    const overtimeCost = cost.values[i] * cost.scale;
    const rated = regularPay(regular, own, ofWorker, inMonth);
    if (overtimeHours === 0) premium[cell] += overtimeCost;
    else if (rated.hours > 0) premium[cell] += Math.round(overtimeCost - (overtimeHours * rated.cost) / rated.hours);
    else unratedHours[cell] += overtimeHours;
  }
  return { premium, unratedHours };
}

type Regular = SortedWorkerPay['regular'];

function isBefore({ worker, month }: Regular, at: number, ofWorker: number, inMonth: number): boolean {
  const difference = worker.values[at] * worker.scale - ofWorker;
  return difference < 0 || (difference === 0 && month.values[at] * month.scale < inMonth);
}

const NONE = { hours: 0, cost: 0 };

function regularPay({ worker, month, hours, cost }: Regular, at: number, ofWorker: number, inMonth: number) {
  if (at >= worker.values.length) return NONE;
  if (worker.values[at] * worker.scale !== ofWorker || month.values[at] * month.scale !== inMonth) return NONE;
  return { hours: hours.values[at] * hours.scale, cost: cost.values[at] * cost.scale };
}

function findCell(cells: SortedCells, tuple: number, month: number, payCode: number): number {
  let low = cells.start[tuple];
  let high = cells.start[tuple + 1] - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = cells.month[middle] - month || cells.payCode[middle] - payCode;
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
