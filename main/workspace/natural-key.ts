import type { ExtractKind } from '../extracts/kinds/kind.ts';
import type { RecordRow } from '../ports/store.ts';

/** Natural keys of the records of one extract, taken in their order. */
export class NaturalKeys {
  /** Lines that equal the line before them under the same key, and have nothing else to tell them apart. */
  repeated = 0;
  private readonly columns: number[][];
  private readonly lineAt: number;
  private readonly lines = new Map<string, { count: number; values: string }>();

  constructor(kind: ExtractKind) {
    const at = (name: string) => kind.columns.findIndex((column) => column.name === name);
    this.columns = kind.naturalKey.map((names) => names.split('|').map(at));
    this.lineAt = kind.lineColumn === null ? -1 : at(kind.lineColumn);
  }

  /** Text of a record's natural key; empty when all its parts are blank. */
  of(row: RecordRow): string {
    const valueAt = (at: number) => row.values[at] ?? null;
    const parts = this.columns.map((columns) => columns.map(valueAt).find((value) => value !== null) ?? null);
    if (parts.every((part) => part === null)) return '';
    const key = JSON.stringify(parts);
    return this.lineAt < 0 || valueAt(this.lineAt) !== null
      ? key
      : JSON.stringify([...parts, this.occurrence(key, row)]);
  }

  private occurrence(key: string, row: RecordRow): number {
    const values = JSON.stringify([row.values, row.attributes]);
    const before = this.lines.get(key);
    if (before?.values === values) this.repeated++;
    const count = (before?.count ?? 0) + 1;
    this.lines.set(key, { count, values });
    return count;
  }
}
