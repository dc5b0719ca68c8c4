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
import { openExtractFile } from '../open-extract.ts';
import type { Source } from '../source.ts';
import type { Understanding } from '../understanding.ts';
import { refuseBadConstants } from './constants.ts';
import { readingOptions, withSettings } from './reading-settings.ts';

/** An extract that is open and recognised, before its first row has been judged. */
export type Opening = {
  understanding: Understanding;
  source: Source;
  /** The sheet that is read, of a workbook. */
  sheet: string | null;
  reader: BatchReader;
  recipe: Recipe;
  profile: string;
  confidence: number;
  mapping: Recognised['mapping'];
  warnings: Notice[];
};

/** Rows whose texts decide how a column's dates and numbers are written. */
const SAMPLE_ROWS = 5_000;

/** With fewer rows nothing is too many. */
const ROWS_TO_JUDGE = 2_000;

/** So many columns of an extract can be dimensions beside ours. */
const MOST_ATTRIBUTES = 100;

/** Money without a currency is taken to be in this one, and that is said. */
const ASSUMED_CURRENCY = 'USD';

/** Opens an extract and finds its recipe: the one given, or that of the best profile. */
export async function openExtract(job: ReadingJob): Promise<Opening> {
  const given = job.recipe === null || job.recipe === undefined ? null : parseRecipe(job.recipe);
  if (given) refuseContradiction(given, job);
  const { understanding, source, sheet } = await openExtractFile(job.path, readingOptions(job.settings, given));
  const recognised = given
    ? { recipe: given, profile: { id: 'recipe' }, confidence: 1, mapping: [] }
    : recogniseOrRefuse(understanding.header, { kind: job.kind, profile: job.profile, file: job.file });
  const warnings: Notice[] = understanding.warnings.map(({ code, message }) => ({ code, message }));
  const recipe = withSettings(recognised.recipe, job.settings);
  assumeCurrency(recipe, job.file, warnings);
  return {
    understanding,
    source,
    sheet,
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
  const plan = planReading({
    recipe,
    header: understanding.header,
    file,
    sampleOf: (source) => (first ? sampleOf(first, source, understanding) : []),
  });
  refuseBadConstants(plan, understanding, file);
  const isFact = plan.kind.id === 'labor' || plan.kind.id === 'staffing';
  return isFact && first ? summable(plan, first, understanding) : plan;
}

/**
 * Leaves out attributes that number the rows (punch ids, remarks): sums by such a dimension are as many as the rows,
 * so that every figure would take as long as reading the extract. The same goes for hundreds of attributes.
 */
function summable(plan: ReadingPlan, first: Batch, understanding: Understanding): ReadingPlan {
  const rows = Math.min(first.scanner.count, SAMPLE_ROWS);
  const numbering = plan.attributes.filter(
    ({ source }) => rows >= ROWS_TO_JUDGE && sampleOf(first, source, understanding).length > rows / 2,
  );
  const others = plan.attributes.filter((attribute) => !numbering.includes(attribute));
  const notices = numbering.map(({ header }) => ({
    code: 'attribute_left_out',
    message: `Column "${header}" was left out: it has nearly as many values as rows, so nothing can be summed by it.`,
  }));
  if (others.length > MOST_ATTRIBUTES)
    notices.push({
      code: 'attribute_left_out',
      message: `${others.length - MOST_ATTRIBUTES} columns from "${others[MOST_ATTRIBUTES].header}" on were left out: ${MOST_ATTRIBUTES} attributes are the limit. Name those you need in a recipe.`,
    });
  const attributes = others.slice(0, MOST_ATTRIBUTES);
  return { ...plan, attributes, numbered: numbering.length > 0, notices: [...plan.notices, ...notices] };
}

function refuseContradiction(recipe: Recipe, { kind, profile }: ReadingJob): void {
  if (profile !== null)
    throw new UsageError('A recipe takes the place of a profile: give --recipe or --profile, not both.');
  if (kind !== null && kind !== recipe.kind)
    throw new UsageError(`The recipe is for ${recipe.kind}, but --kind says ${kind}. Leave --kind out.`);
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

function assumeCurrency(recipe: Recipe, file: string, warnings: Notice[]): void {
  const kind = kindOf(recipe.kind);
  const hasMoney = kind.columns.some((column) => column.type === 'money' && Object.hasOwn(recipe.columns, column.name));
  if (!hasMoney || Object.hasOwn(recipe.columns, 'currency') || Object.hasOwn(recipe.constants, 'currency')) return;
  recipe.constants['currency'] = ASSUMED_CURRENCY;
  warnings.push({
    code: 'currency_assumed',
    message: `${file} does not say its currency; ${ASSUMED_CURRENCY} was assumed. Give another with --set currency=...`,
  });
}
