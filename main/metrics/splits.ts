import { UsageError } from '../contract/errors.ts';
import { BUILT_IN_DIMENSIONS, LINE_DIMENSIONS } from '../model/dimensions.ts';
import { workforceOf } from '../workforce/workforce.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import type { Metric } from './registry.ts';
import { ViewMemory } from './view-memory.ts';

/** Built-in dimensions of people; attributes of the rosters come after them. */
const OF_PEOPLE: readonly string[] = BUILT_IN_DIMENSIONS.filter((id) => !LINE_DIMENSIONS.has(id));

const remembered = new ViewMemory<string[]>(1);

/** Dimensions by which people can be told apart. */
function peopleDimensions(view: WorkspaceView): string[] {
  return remembered.recall(view, 'dimensions', () => {
    const codes = new Set(workforceOf(view).spells.flatMap(({ segments }) => segments.map((segment) => segment.codes)));
    const found = new Set([...codes].flatMap((one) => Object.keys(one)));
    return [...OF_PEOPLE, ...[...found].filter((id) => !OF_PEOPLE.includes(id)).sort()];
  });
}

/** Throws a UsageError naming a dimension that neither hours nor people have. */
export function requireDimensions(view: WorkspaceView, ids: readonly string[]): void {
  const stranger = ids.find((id) => !view.dimensions.has(id) && !peopleDimensions(view).includes(id));
  if (stranger === undefined) return;
  const known = [...new Set([...view.dimensions.ids(), ...peopleDimensions(view)])];
  throw new UsageError(`"${stranger}" is not a dimension of this workspace; it has ${known.join(', ')}.`);
}

/** Throws a UsageError naming a dimension that people do not have. */
export function requirePeopleDimensions(view: WorkspaceView, ids: readonly string[]): void {
  const known = peopleDimensions(view);
  const stranger = ids.find((id) => !known.includes(id));
  if (stranger !== undefined)
    throw new UsageError(`"${stranger}" is not a dimension of people; they have ${known.join(', ')}.`);
}

/** Of some dimensions those that the facts of a metric do not have. */
export function strangersTo(view: WorkspaceView, { facts }: Metric, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  if (facts === 'labor') return ids.filter((id) => !view.dimensions.has(id));
  return ids.filter((id) => !peopleDimensions(view).includes(id));
}
