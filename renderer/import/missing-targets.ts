import type { ExtractPreview } from '../../main/contract/workspace.ts';

/** Columns that the kind must have and that neither a column of the file nor a constant of the recipe gives. */
export function missingTargets({
  targets,
  mapping,
  recipe,
}: Pick<ExtractPreview, 'targets' | 'mapping' | 'recipe'>): string[] {
  const constants = (recipe as { constants?: Record<string, unknown> } | null)?.constants ?? {};
  return targets
    .filter(
      (target) =>
        target.required && !mapping.some((one) => one.target === target.column) && !(target.column in constants),
    )
    .map((target) => target.column);
}
