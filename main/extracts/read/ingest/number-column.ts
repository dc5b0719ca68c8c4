import type { RecordScanner } from '../scan.ts';
import { fieldText } from '../field-text.ts';
import type { ColumnType } from '../../kinds/kind.ts';
import type { PlannedColumn } from '../../plan.ts';
import { HOURS_DIGITS, MONEY_DIGITS } from '../../../facts/scales.ts';
import { parseDecimal, parseReal } from '../../values/decimal.ts';
import type { FieldDialect } from '../field-text.ts';
import { REASONS } from '../../reasons.ts';

export function isNumeric(type: ColumnType): boolean {
  return type === 'hours' || type === 'money' || type === 'number';
}

const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
/** So many digits fit a double exactly whatever their value. */
const SAFE_DIGITS = 15;

/**
 * A numeric column, read straight from bytes into exact scaled integers; NaN is a blank.
 * Anything but plain digits with a point takes the slower path over text.
 */
export class NumberColumn {
  readonly values: Float64Array;
  readonly reasons: Uint8Array;
  readonly digits: number;
  /** Whether some value of the column has been rejected: only then reasons need to be looked at. */
  anyReason = false;
  private readonly powers: number[];
  private readonly plain: boolean;
  private readonly lower: number;
  private readonly upper: number;

  constructor(
    readonly column: PlannedColumn,
    private readonly dialect: FieldDialect,
    capacity: number,
    /** `scaled` gives exact integers in 10^−digits; `real` the doubles nearest to the texts. */
    private readonly kept: 'scaled' | 'real' = 'scaled',
  ) {
    this.values = new Float64Array(capacity);
    this.reasons = new Uint8Array(capacity);
    this.digits = kept === 'real' ? 0 : column.definition.type === 'money' ? MONEY_DIGITS : HOURS_DIGITS;
    this.powers = Array.from({ length: this.digits + 1 }, (_, kept) => 10 ** (this.digits - kept));
    this.plain =
      column.decimal.decimal === '.' && column.factor === null && column.missing.size === 0 && column.values.size === 0;
    this.lower = (column.definition.min ?? -Infinity) * 10 ** this.digits;
    this.upper = (column.definition.max ?? Infinity) * 10 ** this.digits;
    if (column.source < 0) {
      const [value, reason] = this.parseText(column.constant ?? '');
      this.values.fill(value);
      this.reasons.fill(reason);
      this.anyReason = reason !== REASONS.none;
    }
  }

  read(scan: RecordScanner, bytes: Uint8Array, columns: number): void {
    const source = this.column.source;
    if (source < 0) return;
    const { starts, ends, escaped, count } = scan;
    const { values, reasons, plain, powers, digits } = this;
    for (let record = 0, slot = source; record < count; record++, slot += columns) {
      const end = ends[slot];
      let at = starts[slot];
      let whole = 0;
      let decimals = -1;
      const negative = at < end && bytes[at] === MINUS;
      if (negative) at++;
      const first = at;
      for (; at < end; at++) {
        const byte = bytes[at];
        if (byte >= ZERO && byte <= NINE) {
          whole = whole * 10 + (byte - ZERO);
          if (decimals >= 0) decimals++;
        } else if (byte === POINT && decimals < 0) {
          decimals = 0;
        } else break;
      }
      const kept = decimals < 0 ? 0 : decimals;
      if (
        plain &&
        at === end &&
        end > first &&
        end - first <= SAFE_DIGITS - digits + kept &&
        kept <= digits &&
        decimals !== 0 &&
        !(negative && whole === 0)
      ) {
        const value = negative ? -whole * powers[kept] : whole * powers[kept];
        values[record] = value;
        if (value < this.lower || value > this.upper) {
          reasons[record] = REASONS.out_of_range;
          this.anyReason = true;
        } else reasons[record] = REASONS.none;
      } else {
        const [value, reason] = this.parseText(fieldText(bytes, starts[slot], end, escaped[slot], this.dialect));
        values[record] = value;
        reasons[record] = reason;
        if (reason !== REASONS.none) this.anyReason = true;
      }
    }
  }

  private parseText(raw: string): [value: number, reason: number] {
    const trimmed = raw.trim();
    const text = this.column.values.get(trimmed) ?? trimmed;
    const { required } = this.column.definition;
    if (text === '' || this.column.missing.has(text)) return [NaN, required ? REASONS.missing_value : REASONS.none];
    const { decimal, factor } = this.column;
    const parsed =
      this.kept === 'real' ? parseReal(text, decimal, factor) : parseDecimal(text, this.digits, decimal, factor);
    if ('problem' in parsed) return [NaN, REASONS[parsed.problem]];
    const { value } = parsed;
    return value < this.lower || value > this.upper ? [NaN, REASONS.out_of_range] : [value, REASONS.none];
  }
}
