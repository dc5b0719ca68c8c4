import { InputRefused } from '../contract/errors.ts';
import type { Notice } from '../contract/workspace.ts';
import { attributeId } from '../model/dimensions.ts';
import { nameAttributes } from './attributes.ts';
import { checkRecipe } from './check-recipe.ts';
import type { ColumnDefinition, ExtractKind } from './kinds/kind.ts';
import { kindOf } from './kinds/registry.ts';
import type { ColumnSource, Recipe } from './recipe.ts';
import { ATTRIBUTE, sourceName } from './recipe.ts';
import { normaliseHeader } from './profile.ts';
import type { DayFormat } from './values/day.ts';
import { dayFormatNamed, detectDateOrder } from './values/day.ts';
import type { DecimalFormat, Factor } from './values/decimal.ts';
import { detectDecimal, factorOf } from './values/decimal.ts';

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
  /** null where the value counts as it is written. */
  factor: Factor | null;
  day: DayFormat;
  decimal: DecimalFormat;
};

export type PlannedAttribute = { id: string; source: number; header: string; values: ReadonlyMap<string, string> };

/** Hour columns of one job; null where the extract has only the other. */
export type PlannedPair = { job: string; internal: PlannedColumn | null; external: PlannedColumn | null };

/** How one extract is read, fixed before the first row. */
export type ReadingPlan = {
  kind: ExtractKind;
  columns: ReadonlyMap<string, PlannedColumn>;
  attributes: readonly PlannedAttribute[];
  /** Wide staffing extracts only. */
  pairs: readonly PlannedPair[];
  skipRows: RegExp | null;
  /** A column that tells every row from every other was left out. */
  numbered: boolean;
  /** What the user should know of how the recipe was followed. */
  notices: readonly Notice[];
};

export type PlanInput = {
  recipe: Recipe;
  header: readonly string[];
  /** Texts of a source column among the first rows. */
  sampleOf: (source: number) => readonly string[];
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
  checkRecipe(recipe, kind);
  const positionOf = columnFinder(header, file);
  const definitions = new Map(kind.columns.map((column) => [column.name, column]));
  const settings = recipe.settings;
  const constants = new Map(Object.entries(recipe.constants).map(([name, value]) => [name, String(value)]));

  const plan = (given: ColumnDefinition, source: ColumnSource | null): PlannedColumn => {
    const name = source === null ? null : sourceName(source);
    const options: Partial<Exclude<ColumnSource, string>> = source === null || typeof source === 'string' ? {} : source;
    const position = name === null ? -1 : positionOf(name);
    const sample = position < 0 ? [constants.get(given.name) ?? ''] : sampleOf(position);
    const label = name ?? given.name;
    const definition = given.type === 'duration' ? { ...given, type: durationType(options.format, sample) } : given;
    if (options.unit !== undefined && definitions.has('unit')) constants.set('unit', options.unit);
    return {
      definition,
      source: position,
      header: label,
      constant: name === null ? (constants.get(definition.name) ?? null) : null,
      values: valuesOf(recipe, definition.name),
      missing: new Set(options.missing ?? []),
      format: options.format ?? null,
      factor:
        options.multiply_by === undefined && options.divide_by === undefined
          ? null
          : factorOf(options.multiply_by ?? 1, options.divide_by ?? 1),
      day:
        definition.type === 'day'
          ? dayFormat(options.format ?? null, settings.date_order, sample, { file, column: label })
          : NO_DAY,
      decimal: NUMERIC.has(definition.type) ? decimalFormat(settings.decimal, sample, { file, column: label }) : POINT,
    };
  };

  const columns = new Map<string, PlannedColumn>();
  const wanted: { name: string; source: number; header: string }[] = [];
  for (const [target, source] of Object.entries(recipe.columns)) {
    if (target.startsWith(ATTRIBUTE)) {
      const header = sourceName(source);
      wanted.push({ name: target.slice(ATTRIBUTE.length), source: positionOf(header), header });
      continue;
    }
    const definition = definitions.get(target);
    if (!definition)
      throw new InputRefused(
        'unknown_column',
        `The recipe fills "${target}", but ${kind.id} has no such column. It has ${[...definitions.keys()].join(', ')}.`,
        { file, column: target },
      );
    columns.set(target, plan(definition, source));
  }
  for (const name of constants.keys()) {
    const definition = definitions.get(name);
    if (!definition)
      throw new InputRefused(
        'unknown_column',
        `"${name}" is not a column of ${kind.id}, so it cannot be set. It has ${[...definitions.keys()].join(', ')}.`,
        { file, column: name },
      );
    if (!columns.has(name)) columns.set(name, plan(definition, null));
  }
  for (const source of recipe.attributes) wanted.push({ name: source, source: positionOf(source), header: source });
  const { attributes, notices } = nameAttributes(wanted);

  const side = (name: string, source: string | undefined) =>
    source === undefined ? null : plan(definitions.get(name)!, source);
  const pairs = (recipe.unpivot ?? []).map((pair) => ({
    job: pair.job_code,
    internal: side('internal_hours', pair.internal_hours),
    external: side('external_hours', pair.external_hours),
  }));
  notices.push(...periodNotices([...columns.values()]), ...unusedValues(recipe, columns, definitions));
  requireColumns(kind, new Set([...columns.keys(), ...(pairs.length > 0 ? ['internal_hours'] : [])]), file);
  return {
    kind,
    columns,
    attributes: attributes.map((attribute) => ({ ...attribute, values: valuesOf(recipe, attributeId(attribute.id)) })),
    pairs,
    skipRows: rowPattern(recipe.skip_rows_matching, file),
    numbered: false,
    notices,
  };
}

/** A mapping of values for a column that nothing fills is most likely a forgotten column. */
function unusedValues(
  recipe: Recipe,
  filled: ReadonlyMap<string, unknown>,
  definitions: ReadonlyMap<string, unknown>,
): Notice[] {
  return Object.keys(recipe.values)
    .filter((name) => definitions.has(name) && !filled.has(name))
    .map((name) => ({
      code: 'unused_values',
      message: `The recipe says what the values of "${name}" mean, but no column is read as "${name}". Add it to the recipe's columns, or leave its values out.`,
    }));
}

/** Finds source columns by name: as written, else without case, spaces and punctuation where that leaves only one. */
function columnFinder(header: readonly string[], file: string): (name: string) => number {
  return (name) => {
    const exact = header.indexOf(name);
    if (exact >= 0) return exact;
    const alike = header.flatMap((candidate, at) => (normaliseHeader(candidate) === normaliseHeader(name) ? [at] : []));
    if (alike.length === 1) return alike[0];
    const what =
      alike.length === 0
        ? `has no column "${name}", which the recipe reads`
        : `has several columns like "${name}" (${alike.map((at) => header[at]).join(', ')})`;
    throw new InputRefused('missing_column', `${file} ${what}. Correct the recipe or choose another.`, {
      file,
      column: name,
    });
  };
}

function valuesOf(recipe: Recipe, name: string): Map<string, string> {
  const values = Object.hasOwn(recipe.values, name) ? recipe.values[name] : {};
  return new Map(Object.entries(values).map(([from, to]) => [from.trim(), to]));
}

/** Says on which day whole periods are taken to lie: figures by month have all of a period in its last month. */
function periodNotices(columns: readonly PlannedColumn[]): Notice[] {
  return columns.flatMap(({ header, day: { period } }) => {
    if (period === undefined) return [];
    const { many, code, example, effect } = PERIOD_WORDS[period];
    const message = `${many} in column "${header}" are dated by their last day (${example}): ${effect}.`;
    return [{ code, message }];
  });
}

const UNSEEN = 'what happened between two of these days is seen on the later one';
const PERIOD_WORDS = {
  month: { many: 'Months', code: 'months_dated', example: '2025-02 by 28 February 2025', effect: UNSEEN },
  quarter: {
    many: 'Quarters',
    code: 'quarters_dated',
    example: '2025Q1 by 31 March 2025',
    effect: 'by month, a whole quarter lies in its last month',
  },
  year: { many: 'Years', code: 'years_dated', example: '2025 by 31 December 2025', effect: UNSEEN },
} as const;

function rowPattern(text: string | undefined, file: string): RegExp | null {
  if (text === undefined || text === '') return null;
  try {
    return new RegExp(text);
  } catch {
    throw new InputRefused('bad_recipe', `The recipe's "skip_rows_matching" is not a regular expression: ${text}`, {
      file,
    });
  }
}

/** A duration column holds days where a format says so or its texts look like dates; else numbers. */
function durationType(format: string | undefined, sample: readonly string[]): 'day' | 'number' {
  return format !== undefined || sample.some((text) => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(text))
    ? 'day'
    : 'number';
}

const NUMERIC: ReadonlySet<string> = new Set(['hours', 'money', 'number']);
const NO_DAY: DayFormat = { order: null, twoDigitYears: false };
const POINT: DecimalFormat = { decimal: '.', grouped: false };

function dayFormat(
  format: string | null,
  setting: string | undefined,
  sample: readonly string[],
  place: { file: string; column: string },
): DayFormat {
  if (format !== null) {
    const named = dayFormatNamed(format);
    if (!named)
      throw new InputRefused(
        'bad_recipe',
        `"${format}" is not a date format; write for example M/D/YYYY, YYYYMMDD or, for whole periods, YYYY-MM, YYYYQN or YYYY.`,
        place,
      );
    return named;
  }
  if (setting === 'dmy' || setting === 'mdy') return { order: setting, twoDigitYears: false };
  if (setting !== undefined && setting !== 'ymd')
    throw new InputRefused('bad_setting', `date_order can be dmy, mdy or ymd, not "${setting}".`, place);
  const order = detectDateOrder(sample);
  if (order === 'ambiguous') {
    const shown = sample.find((text) => text !== '') ?? '';
    throw new NeedsAnswer(
      'date_order',
      `In ${place.file} the dates of column "${place.column}" (such as ${shown}) can be read day first or month first. Say which with --set date_order=dmy or --set date_order=mdy.`,
      place,
    );
  }
  return { order: order === 'none_needed' ? null : order, twoDigitYears: false };
}

function decimalFormat(
  setting: string | undefined,
  sample: readonly string[],
  place: { file: string; column: string },
): DecimalFormat {
  if (setting === 'comma') return { decimal: ',', grouped: true };
  if (setting === 'point') return { decimal: '.', grouped: true };
  if (setting !== undefined)
    throw new InputRefused('bad_setting', `decimal can be comma or point, not "${setting}".`, place);
  const found = detectDecimal(sample);
  if (!('question' in found)) return found;
  const shown = sample.find((text) => /[.,'’ \u00a0\u202f]/.test(text)) ?? '';
  throw new NeedsAnswer(
    'decimal',
    `In ${place.file} the numbers of column "${place.column}" (such as ${shown}) can be read with a decimal comma or a decimal point. Say which with --set decimal=comma or --set decimal=point.`,
    place,
  );
}

function requireColumns(kind: ExtractKind, columns: ReadonlySet<string>, file: string): void {
  for (const group of kind.needsOneOf) {
    if (group.some((name) => columns.has(name))) continue;
    const wanted = group.length === 1 ? `the column ${group[0]}` : `one of the columns ${group.join(', ')}`;
    throw new InputRefused(
      'missing_column',
      `${file} cannot be read as ${kind.id}: ${wanted} is not mapped. Map it in the preview or in the recipe.`,
      { file, column: group[0] },
    );
  }
}
