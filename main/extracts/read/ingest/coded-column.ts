import { doubled } from '../../../facts/doubled.ts';
import type { RecordScanner } from '../scan.ts';
import { fieldText } from '../field-text.ts';
import type { FieldDialect } from '../field-text.ts';
import type { PlannedColumn } from '../../plan.ts';
import { payClassNamed } from '../../../model/pay-classes.ts';
import { WORKER_TYPES } from '../../../model/worker-types.ts';
import { CMS_PROVIDER_NUMBER } from '../../recipe.ts';
import { hasTimeOfDay, parseDay } from '../../values/day.ts';
import { ByteDictionary } from './byte-dictionary.ts';
import { REASONS } from '../../reasons.ts';
import { sameBytes } from './same-bytes.ts';

/** Meaning of one distinct text: a payload (day number, flag or code) or the reason to quarantine. */
type Meaning = { payload: number } | { reason: number };

/** Payload of a blank. */
export const BLANK = -1;

const CANONICAL_TYPES = new Map(WORKER_TYPES.map((type) => [type.code, type.code]));
const FLAGS = new Map<string, number>([
  ['true', 1],
  ['t', 1],
  ['yes', 1],
  ['y', 1],
  ['1', 1],
  ['x', 1],
  ['false', 0],
  ['f', 0],
  ['no', 0],
  ['n', 0],
  ['0', 0],
]);

/**
 * A column whose text is interpreted once per distinct value. Codes are trimmed and brought to Unicode NFC,
 * so that two spellings of one name that look the same are the same; nothing else is changed: identifiers
 * keep leading zeros and every digit.
 */
export class CodedColumn {
  readonly payloads: Int32Array;
  /** 0, or the reason to quarantine the row. */
  readonly reasons: Uint8Array;
  /** Distinct codes in order of first appearance; payloads of code columns point here. */
  readonly codes: string[] = [];
  private readonly codeIndex = new Map<string, number>();
  private readonly dictionary = new ByteDictionary();
  private payloadOf = new Int32Array(256);
  private reasonOf = new Uint8Array(256);
  /** Whether some value of the column has been rejected: only then reasons need to be looked at. */
  anyReason = false;
  /** Whether dates came with times of day, which do not count. */
  timesDropped = false;
  /** Distinct texts that were not in Unicode NFC. */
  composed = 0;
  /** Whether a currency was blank in a row that is whole. */
  blankCurrency = false;

  constructor(
    readonly column: PlannedColumn,
    private readonly dialect: FieldDialect,
    capacity: number,
  ) {
    this.payloads = new Int32Array(capacity);
    this.reasons = new Uint8Array(capacity);
    if (column.source < 0) {
      const meaning = this.interpret(column.constant ?? '');
      this.anyReason = 'reason' in meaning;
      this.payloads.fill('payload' in meaning ? meaning.payload : BLANK);
      this.reasons.fill('reason' in meaning ? meaning.reason : REASONS.none);
    }
  }

  /** Reads the column of all records of a scan. */
  read(scan: RecordScanner, bytes: Uint8Array, columns: number): void {
    const source = this.column.source;
    if (source < 0) return;
    const { payloads, dictionary } = this;
    const { starts, ends, escaped, count } = scan;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let before = 0;
    let length = -1;
    let code = 0;
    for (let record = 0, at = source; record < count; record++, at += columns) {
      const start = starts[at];
      const end = ends[at];
      // Neighbouring rows mostly agree: then neither hash nor look-up is needed.
      if (end - start !== length || !sameBytes(view, before, view, start, length)) {
        const known = dictionary.size;
        code = dictionary.intern(view, start, end);
        if (code === known) this.learn(code, fieldText(bytes, start, end, escaped[at], this.dialect));
        length = end - start;
      }
      before = start;
      payloads[record] = this.payloadOf[code]!;
      if (this.anyReason) this.reasons[record] = this.reasonOf[code]!;
    }
    if (this.column.definition.name === 'currency') this.noteBlanks(scan);
  }

  /** Rows that are cut short do not count: they are rejected anyway. */
  private noteBlanks({ count, problems }: RecordScanner): void {
    for (let record = 0; record < count && !this.blankCurrency; record++)
      this.blankCurrency = this.payloads[record] === BLANK && problems[record] === 0;
  }

  private learn(code: number, text: string): void {
    if (code >= this.payloadOf.length) {
      this.payloadOf = doubled(this.payloadOf);
      this.reasonOf = doubled(this.reasonOf);
    }
    const meaning = this.interpret(text);
    if ('payload' in meaning) {
      this.payloadOf[code] = meaning.payload;
    } else {
      this.payloadOf[code] = BLANK;
      this.reasonOf[code] = meaning.reason;
      this.anyReason = true;
    }
  }

  private interpret(raw: string): Meaning {
    const trimmed = raw.trim();
    const text = this.column.values.get(trimmed) ?? trimmed;
    const { type, required } = this.column.definition;
    if (text === '' || this.column.missing.has(text)) {
      return required ? { reason: REASONS.missing_value } : { payload: BLANK };
    }
    switch (type) {
      case 'day': {
        const parsed = parseDay(text, this.column.day);
        if (hasTimeOfDay(text)) this.timesDropped = true;
        return 'day' in parsed ? { payload: parsed.day } : { reason: REASONS[parsed.problem] };
      }
      case 'flag': {
        const flag = FLAGS.get(text.toLowerCase());
        return flag === undefined ? { reason: REASONS.invalid_flag } : { payload: flag };
      }
      case 'worker_type': {
        const canonical = CANONICAL_TYPES.get(text.toLowerCase().replace(/[\s-]+/g, '_'));
        return canonical === undefined ? { reason: REASONS.unknown_value } : { payload: this.codeOf(canonical) };
      }
      case 'choice': {
        const choice = this.column.definition.choices!.find((candidate) => candidate === text.toLowerCase());
        return choice === undefined ? { reason: REASONS.unknown_value } : { payload: this.codeOf(choice) };
      }
      default:
        return this.meaningOfCode(text);
    }
  }

  private meaningOfCode(text: string): Meaning {
    // A lone surrogate cannot be written back, so it cannot be a name.
    if (!text.isWellFormed()) return { reason: REASONS.invalid_text };
    if (text.length > MAX_NAME_LENGTH) return { reason: REASONS.field_too_long };
    const composed = text.normalize('NFC');
    if (composed !== text) this.composed++;
    const name = this.column.definition.name;
    if (name === 'pay_code' || name === 'rate_type') return { payload: this.codeOf(payClassNamed(text) ?? composed) };
    if (name === 'currency') {
      const code = text.toUpperCase();
      return /^[A-Z]{3}$/.test(code) ? { payload: this.codeOf(code) } : { reason: REASONS.unknown_value };
    }
    if (this.column.format === CMS_PROVIDER_NUMBER) return { payload: this.codeOf(providerNumber(text)) };
    return { payload: this.codeOf(composed) };
  }

  private codeOf(text: string): number {
    const known = this.codeIndex.get(text);
    if (known !== undefined) return known;
    const code = this.codes.length;
    this.codes.push(text);
    this.codeIndex.set(text, code);
    return code;
  }
}

/** Longest name or text; longer ones are text that slipped into the wrong column. */
const MAX_NAME_LENGTH = 20_000;

/** Code for provider numbers that a spreadsheet has destroyed. */
export const UNRESTORABLE_SITE = 'unknown';

/**
 * CMS certification numbers are six characters; spreadsheets turn 015392 into 15392.0 and 05E123 into a power
 * of ten. The first can be restored, the second cannot.
 */
function providerNumber(text: string): string {
  const number = /^(\d{1,6})(?:\.0+)?$/.exec(text);
  if (number) return number[1].padStart(6, '0');
  return /^[0-9A-Za-z]{6}$/.test(text) ? text.toUpperCase() : UNRESTORABLE_SITE;
}
