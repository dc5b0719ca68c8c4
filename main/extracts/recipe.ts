import { z } from 'zod';
import { InputRefused } from '../contract/errors.ts';
import { KINDS } from './kinds/registry.ts';

/** Begins the target of a source column that is kept without a meaning of ours. */
export const ATTRIBUTE = 'attribute:';

/** Format of a code column whose codes spreadsheets destroy in a way that can be undone. */
export const CMS_PROVIDER_NUMBER = 'cms_provider_number';

/** Pairs of hour columns that one wide extract may have. */
const MOST_PAIRS = 64;

const columnSource = z.union([
  z.string(),
  z.strictObject({
    from: z.string(),
    /** Dates: Y, M, D with separators, e.g. "M/D/YYYY". Codes: "cms_provider_number". */
    format: z.string().optional(),
    divide_by: z.number().positive().optional(),
    multiply_by: z.number().positive().optional(),
    unit: z.string().optional(),
    /** Text that means "no value", e.g. "n/a". */
    missing: z.array(z.string()).optional(),
  }),
]);

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** A saved mapping from one source's columns to ours; the studio and people write the same file. */
export const recipeSchema = z.strictObject({
  kind: z.string(),
  sheet: z.string().optional(),
  header_row: z.number().int().positive().optional(),
  columns: z.record(z.string(), columnSource).default({}),
  values: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  constants: z.record(z.string(), scalar).default({}),
  attributes: z.array(z.string()).default([]),
  skip_rows_matching: z.string().optional(),
  /** Wide staffing extracts: one or two hour columns per job. */
  unpivot: z
    .array(
      z
        .strictObject({
          job_code: z.string().trim().min(1),
          internal_hours: z.string().optional(),
          external_hours: z.string().optional(),
        })
        .refine((pair) => pair.internal_hours !== undefined || pair.external_hours !== undefined, {
          message: 'internal_hours or external_hours must be given',
        }),
    )
    .min(1)
    .max(MOST_PAIRS)
    .optional(),
  settings: z.record(z.string(), z.string()).default({}),
});

export type Recipe = z.infer<typeof recipeSchema>;
export type ColumnSource = z.infer<typeof columnSource>;

/** Checks a recipe that came from a file or the window; throws InputRefused naming the first thing wrong. */
export function parseRecipe(value: unknown, file?: string): Recipe {
  const result = recipeSchema.safeParse(value);
  if (result.success && KINDS.has(result.data.kind)) return result.data;
  if (result.success) {
    const { kind } = result.data;
    throw new InputRefused(
      'bad_recipe',
      `The recipe is for "${kind}", which is not a kind of extract; the kinds are ${[...KINDS.keys()].join(', ')}.`,
      file ? { file } : {},
    );
  }
  const issue = result.error.issues[0];
  const where = issue.path.length > 0 ? ` at "${issue.path.join('.')}"` : '';
  throw new InputRefused(
    'bad_recipe',
    `The recipe is not understood${where}: ${issue.message}. See the examples in docs/recipes.md.`,
    file ? { file } : {},
  );
}

/** Name of the source column that a recipe reads a canonical column from. */
export function sourceName(source: ColumnSource): string {
  return typeof source === 'string' ? source : source.from;
}
