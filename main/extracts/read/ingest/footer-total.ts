import type { Notice } from '../../../contract/workspace.ts';
import { parseDecimal } from '../../values/decimal.ts';
import type { RecordScanner } from '../scan.ts';
import type { NumberColumn } from './number-column.ts';

const TOTAL = /\b(sub|grand)?[ -]?totals?\b|\b(gesamt(summe)?|summe|somme|totaal|totale|suma)\b/i;

/** Compares the totals that stand after a table with the sums of its rows. */
export class FooterTotal {
  private readonly totals: { column: NumberColumn; said: number; sum: number; left: number }[];

  /** `footer` holds the cells of the records after the table, `width` is the number of columns. */
  constructor(footer: readonly string[][], width: number, columns: readonly NumberColumn[]) {
    const line = footer.findLast((cells) => cells.length === width && cells.some((cell) => TOTAL.test(cell)));
    this.totals = columns.flatMap((column) => {
      const { source, factor, decimal, definition } = column.column;
      if (line === undefined || source < 0 || factor !== null || definition.type === 'number') return [];
      const parsed = parseDecimal(line[source].trim(), column.digits, { ...decimal, grouped: true });
      return 'value' in parsed ? [{ column, said: parsed.value, sum: 0, left: 0 }] : [];
    });
  }

  /** Adds the records that the columns have just read. */
  add(scan: RecordScanner, skipped: Uint8Array | null): void {
    for (const total of this.totals) {
      const { values, reasons } = total.column;
      for (let record = 0; record < scan.count; record++) {
        if (skipped !== null && skipped[record]) continue;
        if (scan.problems[record] !== 0 || reasons[record] !== 0) total.left++;
        else if (values[record] === values[record]) total.sum += values[record];
      }
    }
  }

  notices(file: string): Notice[] {
    if (this.totals.length === 0) return [];
    const wrong = this.totals.filter(({ said, sum }) => said !== sum);
    const shown = (wrong.length > 0 ? wrong : this.totals).map(({ column, said, sum, left }) => {
      const name = column.column.header;
      const differs = `${name} ${decimalText(said, column.digits)}, the rows add up to ${decimalText(sum, column.digits)}`;
      if (said === sum) return `${name} ${decimalText(said, column.digits)}`;
      return left === 0 ? differs : `${differs} without ${left} that cannot be read`;
    });
    return wrong.length === 0
      ? [
          {
            code: 'total_agrees',
            message: `The total after the table of ${file} agrees with its rows: ${shown.join(', ')}.`,
          },
        ]
      : [
          {
            code: 'total_differs',
            message: `The total after the table of ${file} does not agree with its rows: ${shown.join('; ')}. Rows may be missing.`,
          },
        ];
  }
}

function decimalText(scaled: number, digits: number): string {
  const text = String(Math.abs(scaled)).padStart(digits + 1, '0');
  const fraction = text.slice(text.length - digits).replace(/0+$/, '');
  return `${scaled < 0 ? '-' : ''}${text.slice(0, text.length - digits)}${fraction === '' ? '' : `.${fraction}`}`;
}
