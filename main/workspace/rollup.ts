import { decodeBatch, encodeBatch } from '../facts/arrow-batch.ts';
import { CellSums, MEASURES } from '../facts/cells.ts';
import type { Measure, SortedCells } from '../facts/cells.ts';
import type { Packed } from '../facts/packed.ts';
import { packIntegers } from '../facts/packed.ts';
import { RecordSums } from '../facts/staffing-records.ts';
import type { RecordMonths } from '../facts/staffing-records.ts';
import { WorkerMonthSums } from '../facts/worker-months.ts';
import type { SortedWorkerMonths } from '../facts/worker-months.ts';
import { WorkerPaySums } from '../facts/worker-pay.ts';
import type { SortedOvertimePay, SortedRegularPay, SortedWorkerPay } from '../facts/worker-pay.ts';
import type { RollupBlob } from '../ports/store.ts';

/** The monthly sums that every figure is computed from. */
export type Rollup = {
  cells: SortedCells;
  workerMonths: SortedWorkerMonths;
  workerPay: SortedWorkerPay;
  records: RecordMonths;
};

/** The same while it is being built. */
export class RollupSums {
  readonly cells = new CellSums();
  readonly workerMonths = new WorkerMonthSums();
  readonly workerPay = new WorkerPaySums();
  readonly records = new RecordSums();

  addRollup(rollup: Rollup): void {
    this.cells.addSorted(rollup.cells);
    this.workerMonths.addSorted(rollup.workerMonths);
    this.workerPay.addSorted(rollup.workerPay);
    this.records.addMonths(rollup.records);
  }

  sorted(tuples: number): Rollup {
    return {
      cells: this.cells.sorted(tuples),
      workerMonths: this.workerMonths.sorted(tuples),
      workerPay: this.workerPay.sorted(),
      records: this.records.sorted(),
    };
  }
}

/** A rollup as blobs for the workspace; opening them makes views, not copies. */
export function encodeRollup({ cells, workerMonths, workerPay, records }: Rollup): RollupBlob[] {
  const measures = MEASURES.map((measure): [string, Packed] => [measure, cells[measure]]);
  return [
    blob('cells', [['month', plain(cells.month)], ['payCode', plain(cells.payCode)], ...measures], cells.month.length),
    blob('cells.start', [['start', plain(cells.start)]], cells.start.length),
    blob(
      'worker_months',
      [
        ['worker', workerMonths.worker],
        ['month', plain(workerMonths.month)],
        ['cost', workerMonths.cost],
      ],
      workerMonths.month.length,
    ),
    blob('worker_months.start', [['start', plain(workerMonths.start)]], workerMonths.start.length),
    blob('regular_pay', Object.entries(workerPay.regular), workerPay.regular.worker.values.length),
    blob('overtime_pay', Object.entries(workerPay.overtime), workerPay.overtime.worker.values.length),
    blob(
      'records',
      Object.entries(records).map(([name, values]): [string, Packed] => [name, packIntegers(values, values.length)]),
      records.set.length,
    ),
  ];
}

/** Reads the blobs that `encodeRollup` made; null when there are none yet. */
export function decodeRollup(load: (name: string) => Uint8Array | null): Rollup | null {
  const read = (name: string) => {
    const data = load(name);
    return data ? decodeBatch(data).columns : null;
  };
  const [cells, cellStart, months, monthStart, regular, overtime, records] = [
    'cells',
    'cells.start',
    'worker_months',
    'worker_months.start',
    'regular_pay',
    'overtime_pay',
    'records',
  ].map(read);
  if (!cells || !cellStart || !months || !monthStart || !regular || !overtime || !records) return null;
  const measure = (name: Measure) => cells.get(name)!;
  const doubles = (name: string) =>
    Float64Array.from(records.get(name)!.values, (value) => value * records.get(name)!.scale);
  return {
    cells: {
      start: cellStart.get('start')!.values as Uint32Array,
      month: cells.get('month')!.values as Uint16Array,
      payCode: cells.get('payCode')!.values as Uint16Array,
      hours: measure('hours'),
      cost: measure('cost'),
      rows: measure('rows'),
      continuedRows: measure('continuedRows'),
      unknownHours: measure('unknownHours'),
      censusHours: measure('censusHours'),
    },
    workerMonths: {
      start: monthStart.get('start')!.values as Uint32Array,
      worker: months.get('worker')!,
      month: months.get('month')!.values as Uint16Array,
      cost: months.get('cost')!,
    },
    workerPay: {
      regular: Object.fromEntries(regular) as SortedRegularPay,
      overtime: Object.fromEntries(overtime) as SortedOvertimePay,
    },
    records: {
      set: Int32Array.from(doubles('set')),
      month: Int32Array.from(doubles('month')),
      records: doubles('records'),
      census: doubles('census'),
      censusRecords: doubles('censusRecords'),
    },
  };
}

function blob(name: string, columns: [string, Packed][], rows: number): RollupBlob {
  return { name, data: encodeBatch(new Map(columns), rows) };
}

function plain(values: Uint16Array | Uint32Array): Packed {
  return { values, scale: 1, known: null };
}
