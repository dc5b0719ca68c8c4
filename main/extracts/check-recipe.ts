import { InputRefused } from '../contract/errors.ts';
import { attributeId } from '../model/dimensions.ts';
import type { ColumnDefinition, ColumnType, ExtractKind } from './kinds/kind.ts';
import type { ColumnSource, Recipe } from './recipe.ts';
import { ATTRIBUTE, CMS_PROVIDER_NUMBER } from './recipe.ts';
import { dayFormatNamed } from './values/day.ts';

/** `--set` keys and recipe settings that say how to read; all others name constants. */
export const READING_SETTINGS: ReadonlySet<string> = new Set([
  'date_order',
  'decimal',
  'header',
  'delimiter',
  'quote',
  'escape',
  'encoding',
  'sheet',
]);

/** The one day that may be given as a whole month or year: it is seen at its end. */
const SEEN_ON = 'snapshot_date';

const NUMERIC: ReadonlySet<ColumnType> = new Set(['hours', 'money', 'number', 'duration']);
const DATED: ReadonlySet<ColumnType> = new Set(['day', 'duration']);

/**
 * Refuses what a recipe says but nothing would follow: an option on a column that cannot have it, a mapping of values
 * for no column, two sources for one column.
 */
export function checkRecipe(recipe: Recipe, kind: ExtractKind): void {
  const definitions = new Map(kind.columns.map((column) => [column.name, column]));
  for (const key of Object.keys(recipe.settings)) {
    if (!READING_SETTINGS.has(key))
      throw bad(`"${key}" is not a setting; the settings are ${[...READING_SETTINGS].join(', ')}`);
  }
  for (const [target, source] of Object.entries(recipe.columns)) {
    const definition = definitions.get(target);
    if (definition) checkOptions(definition, source, kind);
    if (definition && Object.hasOwn(recipe.constants, target))
      throw bad(`"${target}" has both a column and a constant; leave out one of them`, target);
  }
  for (const target of Object.keys(recipe.values)) {
    const isAttribute =
      Object.hasOwn(recipe.columns, ATTRIBUTE + target) ||
      recipe.attributes.some((source) => attributeId(source) === target);
    if (!definitions.has(target) && !isAttribute)
      throw bad(`"values" names "${target}", which is not a column of ${kind.id}`, target);
  }
  for (const [name, value] of Object.entries(recipe.constants)) {
    if (definitions.has(name) && String(value).trim() === '')
      throw bad(`the constant "${name}" is blank; leave it out or give it a value`, name);
  }
  if (recipe.unpivot) checkUnpivot(recipe, kind);
}

function checkOptions(definition: ColumnDefinition, source: ColumnSource, kind: ExtractKind): void {
  if (typeof source === 'string') return;
  const { name, type } = definition;
  if ((source.divide_by !== undefined || source.multiply_by !== undefined) && !NUMERIC.has(type))
    throw bad(`"${name}" is no number, so it cannot be multiplied or divided`, name);
  if (source.format !== undefined && source.format !== CMS_PROVIDER_NUMBER && !DATED.has(type))
    throw bad(`"${name}" is no date, so it has no format "${source.format}"`, name);
  const period = source.format === undefined ? undefined : dayFormatNamed(source.format)?.period;
  if ((period === 'month' || period === 'year') && name !== SEEN_ON)
    throw bad(`"${name}" is a day, and "${source.format}" names whole ${period}s; only ${SEEN_ON} can be one`, name);
  if (source.unit !== undefined && kind.id !== 'spells')
    throw bad(`"${name}" has no unit to choose; ${kind.id} are always in hours and money`, name);
}

function checkUnpivot({ unpivot = [], columns }: Recipe, kind: ExtractKind): void {
  if (kind.id !== 'staffing') throw bad(`only staffing extracts can be unpivoted, not ${kind.id}`);
  for (const name of ['job_code', 'internal_hours', 'external_hours']) {
    if (Object.hasOwn(columns, name)) throw bad(`"${name}" comes from "unpivot"; leave it out of the columns`, name);
  }
  const jobs = new Set(unpivot.map((pair) => pair.job_code));
  if (jobs.size < unpivot.length) throw bad('"unpivot" names a job twice');
}

function bad(what: string, column?: string): InputRefused {
  return new InputRefused(
    'bad_recipe',
    `The recipe cannot be followed: ${what}.`,
    column === undefined ? {} : { column },
  );
}
