import type { ExtractPreview } from '../../main/contract/workspace.ts';

type ColumnSource = string | { from: string; [option: string]: unknown };
type Pair = { job_code: string; internal_hours: string; external_hours: string };
type Recipe = {
  columns?: Record<string, ColumnSource>;
  attributes?: string[];
  unpivot?: Pair[];
  [key: string]: unknown;
};

export const ATTRIBUTE = 'attribute:';

/** The target a column gets when it is kept without a meaning of ours. */
export function attributeTarget(source: string): string {
  return `${ATTRIBUTE}${source}`;
}

/**
 * The recipe after one column got another target: a canonical column, an attribute, or null to leave it out.
 *
 * Everything else in the recipe stays, also how a target is read (format, divisor) when it gets another source.
 * A target has one source, so the column that had it before is left out. Hours of a wide extract are read in pairs:
 * giving one column of a pair another meaning gives up the pair.
 */
export function remap(
  preview: Pick<ExtractPreview, 'recipe' | 'mapping' | 'kind'>,
  source: string,
  target: string | null,
): Recipe {
  const recipe = asRecipe(preview.recipe);
  const before = preview.mapping.find((one) => one.source === source)?.target ?? null;
  const columns = { ...recipe.columns };
  const spec = target === null ? undefined : columns[target];
  if (before !== null) delete columns[before];
  const attributes = (recipe.attributes ?? []).filter((one) => one !== source);
  if (target?.startsWith(ATTRIBUTE)) attributes.push(source);
  else if (target !== null) columns[target] = typeof spec === 'object' ? { ...spec, from: source } : source;
  const unpivot = recipe.unpivot?.filter((pair) => pair.internal_hours !== source && pair.external_hours !== source);
  return {
    ...recipe,
    ...(preview.kind !== null && { kind: preview.kind }),
    columns,
    attributes,
    ...(unpivot && { unpivot }),
  };
}

/** How a column of a wide extract is read when the recipe pairs it up, e.g. "internal_hours of RN"; else null. */
export function pairTarget(recipe: unknown, source: string): string | null {
  const pair = asRecipe(recipe).unpivot?.find((one) => one.internal_hours === source || one.external_hours === source);
  if (!pair) return null;
  return `${pair.internal_hours === source ? 'internal_hours' : 'external_hours'} of ${pair.job_code}`;
}

/** The preview as it will be once the file's start has been read again: what was just chosen shows at once. */
export function withTarget(preview: ExtractPreview, source: string, target: string | null): ExtractPreview {
  const isColumn = target !== null && !target.startsWith(ATTRIBUTE);
  const mapping = preview.mapping.map((one) => {
    if (one.source === source) return { ...one, target };
    return isColumn && one.target === target ? { ...one, target: null } : one;
  });
  return { ...preview, mapping, recipe: remap(preview, source, target) };
}

function asRecipe(recipe: unknown): Recipe {
  return typeof recipe === 'object' && recipe !== null ? (recipe as Recipe) : {};
}
