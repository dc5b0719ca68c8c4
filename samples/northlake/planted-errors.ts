import type { Field } from './csv.ts';
import type { Rng } from './rng.ts';

/** Reasons for which an importer puts a row aside. */
export type Reason =
  | 'invalid_date'
  | 'invalid_number'
  | 'out_of_range'
  | 'missing_value'
  | 'unknown_value'
  | 'short_row'
  | 'long_row'
  | 'term_before_hire';

export type Fault = { reason: Reason; column: string; value: string };

/** A planted row as it can be found in the file: `line` counts from 1 and includes preamble and header. */
export type PlantedFault = Fault & { line: number };

export type Table = { header: readonly string[]; rows: Field[][] };

/**
 * Adds one broken copy of a good row for each fault, right after the good row; the good rows all stay.
 * `preamble` is the number of lines above the header. Throws RangeError for an unknown column.
 */
export function plantFaults(
  table: Table,
  faults: readonly Fault[],
  preamble: number,
  rng: Rng,
): { rows: Field[][]; planted: PlantedFault[] } {
  const at = faults
    .map((fault) => ({ fault, index: rng.int(0, table.rows.length - 1) }))
    .sort((a, b) => a.index - b.index);
  const rows: Field[][] = [];
  const planted: PlantedFault[] = [];
  let next = 0;
  table.rows.forEach((row, index) => {
    rows.push(row);
    for (; at[next]?.index === index; next++) {
      const { fault } = at[next]!;
      rows.push(broken(row, table.header, fault));
      planted.push({ ...fault, line: preamble + 1 + rows.length });
    }
  });
  return { rows, planted };
}

function broken(row: readonly Field[], header: readonly string[], fault: Fault): Field[] {
  if (fault.reason === 'short_row') return row.slice(0, 6);
  if (fault.reason === 'long_row') return [...row, fault.value];
  const column = header.indexOf(fault.column);
  if (column < 0) throw new RangeError(`no column ${fault.column}`);
  return row.map((field, i) => (i === column ? fault.value : field));
}

/** `times` faults of one reason in one column, cycling through the values. */
export function faults(reason: Reason, column: string, values: readonly string[], times = values.length): Fault[] {
  return Array.from({ length: times }, (_, i) => ({ reason, column, value: values[i % values.length]! }));
}
