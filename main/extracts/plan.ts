import { InputRefused } from '../contract/errors.ts';
import { attributeId } from '../model/dimensions.ts';
import type { ColumnDefinition, ExtractKind } from './kinds/kind.ts';
import { kindOf } from './kinds/registry.ts';
import type { ColumnSource, Recipe } from './recipe.ts';
import { sourceName } from './recipe.ts';
import { normaliseHeader } from './profile.ts';
import type { DayFormat } from './values/day.ts';
import { dayFormatNamed, detectDateOrder } from './values/day.ts';
import type { DecimalFormat } from './values/decimal.ts';
import { detectDecimal } from './values/decimal.ts';

/** A canonical column with everything needed to read it: where it stands and how its text is understood. */
export type PlannedColumn = {
  definition: ColumnDefinition;
  /** Position in the record, −1 for a constant. */
  source: number;
  /** Header of the source, for messages; the canonical name for constants. */
  header: string;
  constant: string | null;
  values: ReadonlyMap<string, string>;
  missing: ReadonlySet<string>;
  format: string | null;
  factor: number;
  day: DayFormat;
  decimal: DecimalFormat;
};

export type PlannedAttribute = { id: string; source: number; header: string };

export type PlannedPair = { job: string; internal: PlannedColumn; external: PlannedColumn };

/** How one extract is read, fixed before the first row. */
export type ReadingPlan = {
  kind: ExtractKind;
  columns: ReadonlyMap<string, PlannedColumn>;
  attributes: readonly PlannedAttribute[];
  /** Wide staffing extracts only. */
  pairs: readonly PlannedPair[];
  skipRows: RegExp | null;
};

export type PlanInput = {
  recipe: Recipe;
  header: readonly string[];
  /** Texts of a source column among the first rows. */
  sampleOf(source: number): readonly string[];
  file: string;
};

/** Asked when a file can be read in two ways; the answer comes back as a setting. */
export class NeedsAnswer extends InputRefused {
  constructor(
    readonly setting: 'date_order' | 'decimal',
    message: string,
    place: { file: string; column: string },
  ) {
    super(setting === 'date_order' ? 'ambiguous_date' : 'ambiguous_number', message, place);
  }
}

/**
 * Compiles a recipe against the header of an extract.
 * Throws InputRefused when the recipe names a column that is not there or misses one that must be,
 * and NeedsAnswer when dates or numbers could be read in two ways.
 */
export function planReading({ recipe, header, sampleOf, file }: PlanInput): ReadingPlan {
  const kind = kindOf(recipe.kind);
  const positions = new Map(header.map((name, index) => [normaliseHeader(name), index]));
  const positionOf = (name: string): number => {
    const exact = header.indexOf(name);
    const position = exact >= 0 ? exact : positions.get(normaliseHeader(name));
    if (position === undefined) throw new InputRefused('missing_column', `${file} has no column "${name}", which the recipe reads. Correct the recipe or choose another.`, { file, column: name });
    return position;
  };
  const definitions = new Map(kind.columns.map((column) => [column.name, column]));
  const settings = recipe.settings;
  const constants = new Map(Object.entries(recipe.constants).map(([name, value]) => [name, String(value)]));

  const plan = (definition: ColumnDefinition, source: ColumnSource | null): PlannedColumn => {
    const name = source === null ? null : sourceName(source);
    const options: Partial<Exclude<ColumnSource, string>> = source === null || typeof source === 'string' ? {} : source;
    const position = name === null ? -1 : positionOf(name);
    const sample = position < 0 ? [constants.get(definition.name) ?? ''] : sampleOf(position);
    const label = name ?? definition.name;
    return {
      definition,
      source: position,
      header: label,
      constant: name === null ? (constants.get(definition.name) ?? null) : null,
      values: new Map(Object.entries(recipe.values[definition.name] ?? {}).map(([from, to]) => [from.trim(), to])),
      missing: new Set(options.missing ?? []),
      format: options.format ?? null,
      factor: (options.multiply_by ?? 1) / (options.divide_by ?? 1),
      day: definition.type === 'day' ? dayFormat(options.format ?? null, settings.date_order, sample, { file, column: label }) : NO_DAY,
      decimal: NUMERIC.has(definition.type) ? decimalFormat(settings.decimal, sample, { file, column: label }) : POINT,
    };
  };

  const columns = new Map<string, PlannedColumn>();
  const attributes: PlannedAttribute[] = [];
  for (const [target, source] of Object.entries(recipe.columns)) {
    if (target.startsWith('attribute:')) {
      attributes.push({ id: target.slice('attribute:'.length), source: positionOf(sourceName(source)), header: sourceName(source) });
      continue;
    }
    const definition = definitions.get(target);
    if (!definition) throw new InputRefused('unknown_column', `The recipe fills "${target}", but ${kind.id} has no such column. It has ${[...definitions.keys()].join(', ')}.`, { file, column: target });
    columns.set(target, plan(definition, source));
  }
  for (const name of constants.keys()) {
    const definition = definitions.get(name);
    if (!definition) throw new InputRefused('unknown_column', `"${name}" is not a column of ${kind.id}, so it cannot be set. It has ${[...definitions.keys()].join(', ')}.`, { file, column: name });
    if (!columns.has(name)) columns.set(name, plan(definition, null));
  }
  for (const source of recipe.attributes) attributes.push({ id: attributeId(source), source: positionOf(source), header: source });

  const pairs = (recipe.unpivot ?? []).map((pair) => ({
    job: pair.job_code,
    internal: plan(definitions.get('internal_hours')!, pair.internal_hours),
    external: plan(definitions.get('external_hours')!, pair.external_hours),
  }));
  requireColumns(kind, columns, file);
  return { kind, columns, attributes, pairs, skipRows: recipe.skip_rows_matching ? new RegExp(recipe.skip_rows_matching) : null };
}

const NUMERIC: ReadonlySet<string> = new Set(['hours', 'money', 'number']);
const NO_DAY: DayFormat = { order: null, twoDigitYears: false };
const POINT: DecimalFormat = { decimal: '.', grouped: false };

function dayFormat(format: string | null, setting: string | undefined, sample: readonly string[], place: { file: string; column: string }): DayFormat {
  if (format !== null) {
    const named = dayFormatNamed(format);
    if (!named) throw new InputRefused('bad_recipe', `"${format}" is not a date format; write for example M/D/YYYY or YYYYMMDD.`, place);
    return named;
  }
  if (setting === 'dmy' || setting === 'mdy') return { order: setting, twoDigitYears: false };
  if (setting !== undefined && setting !== 'ymd') throw new InputRefused('bad_setting', `date_order can be dmy, mdy or ymd, not "${setting}".`, place);
  const order = detectDateOrder(sample);
  if (order === 'ambiguous') {
    const shown = sample.find((text) => text !== '') ?? '';
    throw new NeedsAnswer('date_order', `In ${place.file} the dates of column "${place.column}" (such as ${shown}) can be read day first or month first. Say which with --set date_order=dmy or --set date_order=mdy.`, place);
  }
  return { order: order === 'none_needed' ? null : order, twoDigitYears: false };
}

function decimalFormat(setting: string | undefined, sample: readonly string[], place: { file: string; column: string }): DecimalFormat {
  if (setting === 'comma') return { decimal: ',', grouped: true };
  if (setting === 'point') return { decimal: '.', grouped: true };
  if (setting !== undefined) throw new InputRefused('bad_setting', `decimal can be comma or point, not "${setting}".`, place);
  const found = detectDecimal(sample);
  if (!('question' in found)) return found;
  const shown = sample.find((text) => /[.,'’ \u00a0\u202f]/.test(text)) ?? '';
  throw new NeedsAnswer('decimal', `In ${place.file} the numbers of column "${place.column}" (such as ${shown}) can be read with a decimal comma or a decimal point. Say which with --set decimal=comma or --set decimal=point.`, place);
}

function requireColumns(kind: ExtractKind, columns: ReadonlyMap<string, PlannedColumn>, file: string): void {
  for (const group of kind.needsOneOf) {
    if (group.some((name) => columns.has(name))) continue;
    const wanted = group.length === 1 ? `the column ${group[0]}` : `one of the columns ${group.join(', ')}`;
    throw new InputRefused('missing_column', `${file} cannot be read as ${kind.id}: ${wanted} is not mapped. Map it in the preview or in the recipe.`, { file, column: group[0]! });
  }
}
