import type { ColumnMapping, ExtractPreview } from '../../../contract/workspace.ts';
import { kindOf, KINDS } from '../../kinds/registry.ts';
import type { ReaderMessage, ReadingJob } from '../../messages.ts';
import { NeedsAnswer } from '../../plan.ts';
import type { Recipe } from '../../recipe.ts';
import { parseRecipe, sourceName } from '../../recipe.ts';
import { recognise } from '../../registry.ts';
import { openTable } from '../records.ts';
import type { Table } from '../records.ts';
import { ingest } from './ingest.ts';
import { readingOptions } from './reading-settings.ts';

const SHOWN_ROWS = 12;
const SHOWN_REJECTS = 50;

const QUESTIONS = {
  date_order: [
    { value: 'dmy', label: 'Day first (31/12/2026)' },
    { value: 'mdy', label: 'Month first (12/31/2026)' },
  ],
  decimal: [
    { value: 'point', label: 'Decimal point (1,234.56)' },
    { value: 'comma', label: 'Decimal comma (1.234,56)' },
  ],
};

/** What the user sees before anything is stored: how the file is understood, mapped and what would be rejected. */
export async function previewExtract(job: ReadingJob): Promise<ExtractPreview> {
  const given = job.recipe ? parseRecipe(job.recipe) : null;
  const table = await openTable(job.path, readingOptions(job.settings, given));
  const header = table.understanding.header;
  const found = given ? null : recognise(header, { kind: job.kind, profile: job.profile });
  const recipe = given ?? found?.recipe ?? null;
  const base = {
    file: job.file,
    size: table.source.size,
    encoding: table.understanding.encoding,
    delimiter: table.understanding.delimiter,
    header,
    sample: await firstRows(table),
    kind: recipe?.kind ?? null,
    profile: job.recipe ? 'recipe' : (found?.profile.id ?? null),
    confidence: job.recipe ? 1 : (found?.confidence ?? 0),
    mapping: found?.mapping ?? mappingOf(header, recipe),
    targets: recipe
      ? kindOf(recipe.kind).columns.map(({ name, required, meaning }) => ({ column: name, required, meaning }))
      : [],
    recipe,
  };
  return { ...base, ...(await trial(job, recipe)) };
}

/** Reads the extract as an import would, without storing anything, and notes what it would reject. */
async function trial(
  job: ReadingJob,
  recipe: Recipe | null,
): Promise<Pick<ExtractPreview, 'rowsChecked' | 'rejects' | 'warnings' | 'question'>> {
  const rejects: ExtractPreview['rejects'] = [];
  const note = async (message: ReaderMessage) => {
    if ('rejected' in message)
      for (const { row, column, value, reason } of message.rejected)
        if (rejects.length < SHOWN_REJECTS) rejects.push({ row, column, value, reason });
  };
  const nothing = { rowsChecked: 0, rejects: [], warnings: [] };
  if (recipe === null) {
    const choices = [...KINDS.values()].map(({ id, title }) => ({ value: id, label: title }));
    return {
      ...nothing,
      question: {
        setting: 'kind',
        message: `No source profile fits ${job.file}. Say what it holds and map its columns.`,
        choices,
      },
    };
  }
  try {
    const summary = await ingest(job, note);
    return { rowsChecked: summary.rowsRead, rejects, warnings: summary.warnings, question: null };
  } catch (error) {
    if (error instanceof NeedsAnswer)
      return {
        ...nothing,
        question: { setting: error.setting, message: error.message, choices: QUESTIONS[error.setting] },
      };
    if (error instanceof Error && job.recipe)
      return { ...nothing, warnings: [{ code: 'not_readable_yet', message: error.message }], question: null };
    throw error;
  }
}

async function firstRows(table: Table): Promise<ExtractPreview['sample']> {
  const rows: ExtractPreview['sample'] = [];
  for await (const record of table.records()) {
    rows.push({ row: record.line, cells: record.cells });
    if (rows.length === SHOWN_ROWS) break;
  }
  return rows;
}

function mappingOf(header: readonly string[], recipe: Recipe | null): ColumnMapping[] {
  const targets = new Map<string, string>();
  for (const [target, source] of Object.entries(recipe?.columns ?? {})) targets.set(sourceName(source), target);
  for (const source of recipe?.attributes ?? []) targets.set(source, `attribute:${source}`);
  return header.map((source) => ({
    source,
    target: targets.get(source) ?? null,
    confidence: targets.has(source) ? 1 : 0,
  }));
}
