import type { Notice } from '../../../contract/workspace.ts';
import { UsageError } from '../../../contract/errors.ts';
import type { ReadingJob } from '../../messages.ts';
import { planReading } from '../../plan.ts';
import type { ReadingPlan } from '../../plan.ts';
import type { Recognised } from '../../registry.ts';
import { recogniseOrRefuse } from '../../registry.ts';
import { parseRecipe } from '../../recipe.ts';
import type { Recipe } from '../../recipe.ts';
import { kindOf } from '../../kinds/registry.ts';
import { BatchReader } from '../batches.ts';
import type { Batch } from '../batches.ts';
import { fieldText } from '../field-text.ts';
import { openSource } from '../source.ts';
import type { Source } from '../source.ts';
import { understand } from '../understand.ts';
import type { ReadingOptions, Understanding } from '../understanding.ts';

/** An extract that is open and recognised, before its first row has been judged. */
export type Opening = {
  understanding: Understanding;
  source: Source;
  reader: BatchReader;
  recipe: Recipe;
  profile: string;
  confidence: number;
  mapping: Recognised['mapping'];
  warnings: Notice[];
};

/** `--set` keys that say how to read; all others set constants of the recipe. */
const READING_KEYS = new Set(['date_order', 'decimal', 'header', 'delimiter', 'quote', 'escape', 'encoding']);

/** Rows whose texts decide how a column's dates and numbers are written. */
const SAMPLE_ROWS = 5_000;

/** Money without a currency is taken to be in this one, and that is said. */
const ASSUMED_CURRENCY = 'USD';

/** Opens an extract and finds its recipe: the one given, or that of the best profile. */
export async function openExtract(job: ReadingJob): Promise<Opening> {
  const given = job.recipe === null || job.recipe === undefined ? null : parseRecipe(job.recipe);
  const understanding = await understand(job.path, readingOptions(job.settings, given));
  const source = await openSource(job.path, { encoding: understanding.encoding });
  const recognised = given
    ? { recipe: given, profile: { id: 'recipe' }, confidence: 1, mapping: [] }
    : recogniseOrRefuse(understanding.header, { kind: job.kind, profile: job.profile, file: job.file });
  const warnings: Notice[] = understanding.warnings.map(({ code, message }) => ({ code, message }));
  const recipe = withSettings(recognised.recipe, job.settings);
  assumeCurrency(recipe, job.file, warnings);
  return {
    understanding,
    source,
    reader: new BatchReader(source, understanding),
    recipe,
    profile: recognised.profile.id,
    confidence: recognised.confidence,
    mapping: recognised.mapping,
    warnings,
  };
}

/** Compiles the recipe; the first batch of records shows how dates and numbers are written. */
export function planFor(opening: Opening, file: string, first: Batch | null): ReadingPlan {
  const { understanding, recipe } = opening;
  return planReading({
    recipe,
    header: understanding.header,
    file,
    sampleOf: (source) => (first ? sampleOf(first, source, understanding) : []),
  });
}

function sampleOf({ bytes, scanner }: Batch, source: number, understanding: Understanding): string[] {
  const columns = understanding.header.length;
  const seen = new Set<string>();
  for (let record = 0; record < Math.min(scanner.count, SAMPLE_ROWS); record++) {
    if (scanner.problems[record] !== 0) continue;
    const slot = record * columns + source;
    seen.add(fieldText(bytes, scanner.starts[slot], scanner.ends[slot], scanner.escaped[slot], understanding).trim());
  }
  return [...seen];
}

function readingOptions(settings: Record<string, string>, recipe: Recipe | null): ReadingOptions {
  const header = settings['header'] === undefined ? recipe?.header_row : Number(settings['header']);
  if (header !== undefined && !Number.isInteger(header))
    throw new UsageError(`header must be a line number, not "${settings['header']}".`);
  const text = (key: string) => {
    const value = settings[key] ?? recipe?.settings[key];
    return value === undefined ? {} : { [key]: value };
  };
  return {
    ...(header === undefined ? {} : { header }),
    ...text('delimiter'),
    ...text('quote'),
    ...text('escape'),
    ...text('encoding'),
  };
}

function withSettings(recipe: Recipe, settings: Record<string, string>): Recipe {
  const constants = { ...recipe.constants };
  const reading = { ...recipe.settings };
  const columns = { ...recipe.columns };
  for (const [key, value] of Object.entries(settings)) {
    if (READING_KEYS.has(key)) reading[key] = value;
    else {
      constants[key] = value;
      // What the user states holds for every row, whatever the column says.
      delete columns[key];
    }
  }
  return { ...recipe, columns, constants, settings: reading };
}

function assumeCurrency(recipe: Recipe, file: string, warnings: Notice[]): void {
  const kind = kindOf(recipe.kind);
  const hasMoney = kind.columns.some((column) => column.type === 'money' && column.name in recipe.columns);
  if (!hasMoney || 'currency' in recipe.columns || 'currency' in recipe.constants) return;
  recipe.constants['currency'] = ASSUMED_CURRENCY;
  warnings.push({
    code: 'currency_assumed',
    message: `${file} does not say its currency; ${ASSUMED_CURRENCY} was assumed. Give another with --set currency=...`,
  });
}
