import { scopeOf } from '../analyses/alignment/scope.ts';
import { sidesOf } from '../analyses/alignment/sides.ts';
import type { Filter } from '../contract/figure.ts';
import type { PageFilters, PageSides } from '../contract/page.ts';
import type { WorkspaceView } from '../workspace/view.ts';

/** One of several that stand side by side, with the filter that finds its rows. */
export type Group = { code: string; name: string; where: Filter };

/** Codes that the reader chose to compare: on the page itself, else by filtering for owners or entities. */
export function pickedSides({ sides, where }: PageFilters): string[] {
  return sides ?? where['owner'] ?? where['entity'] ?? [];
}

/** The filter without what only says who is compared. */
export function withoutSides(where: Filter): Filter {
  const { owner: _owner, entity: _entity, ...rest } = where;
  return rest;
}

/**
 * Each with all that it owns, but for what others of them are or own: a parent beside its acquisition is the rest of it.
 * Throws a UsageError naming a code that no extract has.
 */
export function groupsOf(view: WorkspaceView, codes: readonly string[]): Group[] {
  const [first] = codes;
  return codes.map((code) => {
    const parts = codes
      .filter((other) => other !== code)
      .map((other) =>
        code === first
          ? sidesOf(view, { entity: code, against: other }).entity
          : sidesOf(view, { entity: other, against: code }).against,
      );
    const members = new Set(
      [...(parts[0]?.members ?? [code])].filter((member) => parts.every((part) => part.members.has(member))),
    );
    return { code, name: nameOf(view, code), where: scopeOf(view, { code, members }) };
  });
}

export function nameOf({ entities }: WorkspaceView, code: string): string {
  return entities.get(code)?.name ?? code;
}

/** What a page says of whom it compares. */
export function sidesShown(view: WorkspaceView, codes: readonly string[], most: number): PageSides {
  return { chosen: codes.map((code) => ({ code, name: nameOf(view, code) })), most };
}
