import type { PlannedColumn, ReadingPlan } from '../../plan.ts';
import type { RecordScanner } from '../scan.ts';
import { BLANK, CodedColumn } from './coded-column.ts';
import type { FieldDialect } from '../field-text.ts';
import { attributeColumn } from './labor-kernel.ts';
import type { RecordRow, RejectedRow } from '../../../ports/store.ts';
import { isNumeric, NumberColumn } from './number-column.ts';
import { reasonName } from '../../reasons.ts';
import type { Reason } from '../../reasons.ts';
import { rejectedRow } from './rejects.ts';

/** Rows sent in one message. */
const BATCH_ROWS = 2_000;

/** Columns of which the second is not before, or less than, the first. */
const IN_ORDER = [
  ['observed_from', 'observed_to'],
  ['start_date', 'end_date'],
  ['issued', 'expires'],
  ['valid_from', 'valid_to'],
  ['min', 'mid'],
  ['mid', 'max'],
  ['min', 'max'],
] as const;

/** Turns scanned records of the kinds that are stored row by row into typed values, in the order of the kind's columns. */
export class RecordKernel {
  readonly dimensions: string[] = [];
  private readonly columns: (CodedColumn | NumberColumn | null)[];
  private readonly attributes: { id: string; column: CodedColumn }[];
  private rows: RecordRow[] = [];
  private rejected: RejectedRow[] = [];

  constructor(
    private readonly plan: ReadingPlan,
    private readonly dialect: FieldDialect,
    private readonly columnCount: number,
    private readonly emit: (rows: RecordRow[]) => void,
    capacity: number,
  ) {
    this.columns = plan.kind.columns.map(({ name }) => {
      const column = plan.columns.get(name);
      if (!column) return null;
      const { type } = column.definition;
      return isNumeric(type)
        ? new NumberColumn(column, dialect, capacity, type === 'number' ? 'real' : 'scaled')
        : new CodedColumn(column, dialect, capacity);
    });
    this.attributes = plan.attributes.map((attribute) => ({
      id: attribute.id,
      column: new CodedColumn(attributeColumn(attribute), dialect, capacity),
    }));
  }

  get coded(): CodedColumn[] {
    const kept = this.attributes.map(({ column }) => column);
    return [...this.columns.filter((column) => column instanceof CodedColumn), ...kept];
  }

  get numbers(): NumberColumn[] {
    return this.columns.filter((column) => column instanceof NumberColumn);
  }

  consume(scan: RecordScanner, bytes: Uint8Array, skipped: Uint8Array | null): void {
    for (const column of this.columns) column?.read(scan, bytes, this.columnCount);
    for (const { column } of this.attributes) column.read(scan, bytes, this.columnCount);
    for (let record = 0; record < scan.count; record++)
      if (skipped === null || !skipped[record]) this.take(scan, bytes, record);
  }

  drain(): { rejected: RejectedRow[] } {
    const rejected = this.rejected;
    this.rejected = [];
    return { rejected };
  }

  finish(): void {
    if (this.rows.length > 0) this.emit(this.rows);
    this.rows = [];
  }

  private take(scan: RecordScanner, bytes: Uint8Array, record: number): void {
    const reject = (reason: Reason, column: PlannedColumn | null) =>
      void this.rejected.push(rejectedRow(scan, bytes, record, reason, column, this.dialect));
    const problem = scan.problems[record];
    if (problem !== 0) return reject(reasonName(problem), null);
    for (const column of this.columns) {
      if (column && column.reasons[record] !== 0) return reject(reasonName(column.reasons[record]), column.column);
    }
    for (const { column } of this.attributes) {
      if (column.reasons[record] !== 0) return reject(reasonName(column.reasons[record]), column.column);
    }
    const values = this.columns.map(
      (column, i) => valueOf(column, record) ?? this.plan.kind.columns[i].whenBlank ?? null,
    );
    if (this.plan.kind.id === 'spells') asDurations(this.plan, values);
    const late = this.orderProblem(values);
    if (late) return reject(late.reason, late.column);
    const attributes: Record<string, string> = Object.create(null);
    let any = false;
    for (const { id, column } of this.attributes) {
      const payload = column.payloads[record];
      if (payload === BLANK) continue;
      attributes[id] = column.codes[payload]!;
      any = true;
    }
    this.rows.push({ line: scan.lines[record], values, attributes: any ? { ...attributes } : null });
    if (this.rows.length === BATCH_ROWS) this.finish();
  }

  /** Checks that concern two columns of one row, or one of several that must be filled. */
  private orderProblem(values: (string | number | null)[]): { reason: Reason; column: PlannedColumn | null } | null {
    const { kind, columns } = this.plan;
    const at = (name: string) => {
      const index = kind.columns.findIndex((column) => column.name === name);
      return index < 0 ? null : values[index]!;
    };
    const [hired, left] = [at('hire_date'), at('term_date')];
    if (hired !== null && left !== null && left < hired)
      return { reason: 'term_before_hire', column: columns.get('term_date') ?? null };
    const [start, endColumn] = [at('period_start'), at('period_end') === null ? 'work_date' : 'period_end'];
    const end = at(endColumn);
    if (start !== null && end !== null && end < start)
      return { reason: 'out_of_range', column: columns.get(endColumn) ?? null };
    for (const [first, last] of IN_ORDER) {
      const [from, to] = [at(first), at(last)];
      if (from !== null && to !== null && to < from)
        return { reason: 'out_of_range', column: columns.get(last) ?? columns.get(first) ?? null };
    }
    const [entry, exit] = [at('entry'), at('exit')];
    // Whole years of service begin at 0, and somebody may leave in that year.
    if (exit !== null && exit <= (entry ?? 0) && !(exit === 0 && (entry ?? 0) === 0))
      return { reason: 'out_of_range', column: columns.get('exit') ?? null };
    for (const group of kind.needsOneOf) {
      const mapped = group.filter((name) => columns.has(name));
      if (mapped.every((name) => at(name) === null && !columns.get(name)!.definition.blankAnswers))
        return { reason: 'missing_value', column: columns.get(mapped[0]) ?? null };
    }
    return null;
  }
}

/**
 * Spells given as days become durations: the last day counts, so that somebody who leaves on the first day was there
 * for one. Times that are numbers stay as they are, in their unit.
 */
function asDurations(plan: ReadingPlan, values: (string | number | null)[]): void {
  if (plan.columns.get('exit')?.definition.type !== 'day') return;
  const [entry, exit, unit] = ['entry', 'exit', 'unit'].map((name) =>
    plan.kind.columns.findIndex((column) => column.name === name),
  );
  values[exit] = (values[exit] as number) - ((values[entry] as number | null) ?? 0) + 1;
  values[entry] = 0;
  values[unit] = 'days';
}

function valueOf(column: CodedColumn | NumberColumn | null, record: number): string | number | null {
  if (column === null) return null;
  if (column instanceof NumberColumn) {
    const value = column.values[record];
    return Number.isNaN(value) ? null : value;
  }
  const payload = column.payloads[record];
  if (payload === BLANK) return null;
  const { type } = column.column.definition;
  return type === 'day' || type === 'flag' ? payload : column.codes[payload];
}
