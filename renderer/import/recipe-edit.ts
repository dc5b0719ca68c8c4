import type { ColumnMapping, ExtractPreview } from '../../main/contract/workspace.ts';

type ColumnSource = string | { from: string; [option: string]: unknown };
type Recipe = { columns?: Record<string, ColumnSource>; attributes?: string[]; [key: string]: unknown };

export const ATTRIBUTE = 'attribute:';

/** The target a column gets when it is kept without a meaning of ours. */
export function attributeTarget(source: string): string {
  return `${ATTRIBUTE}${source}`;
}

/**
 * The recipe after one column got another target: a canonical column, an attribute, or null to leave it out.
 *
 * Everything else in the recipe stays, also how a column is read (format, divisor) where it keeps its source.
 * A target has one source: the column that had it before is left out.
 */
export function remap(preview: Pick<ExtractPreview, 'recipe' | 'mapping' | 'kind'>, source: string, target: string | null): Recipe {
  const recipe = asRecipe(preview.recipe);
  const mapping = preview.mapping.map((one) => (one.source === source ? { ...one, target } : one.target === target && isColumn(target) ? { ...one, target: null } : one));
  return {
    ...recipe,
    ...(preview.kind !== null && { kind: preview.kind }),
    columns: columnsOf(mapping, recipe.columns ?? {}),
    attributes: mapping.filter((one) => one.target?.startsWith(ATTRIBUTE)).map((one) => one.source),
  };
}

function columnsOf(mapping: readonly ColumnMapping[], before: Record<string, ColumnSource>): Record<string, ColumnSource> {
  const columns: Record<string, ColumnSource> = {};
  for (const { source, target } of mapping) {
    if (!isColumn(target)) continue;
    const known = before[target];
    columns[target] = typeof known === 'object' ? { ...known, from: source } : source;
  }
  return columns;
}

function isColumn(target: string | null): target is string {
  return target !== null && !target.startsWith(ATTRIBUTE);
}

function asRecipe(recipe: unknown): Recipe {
  return typeof recipe === 'object' && recipe !== null ? (recipe as Recipe) : {};
}
