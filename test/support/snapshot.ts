import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { computeFigures } from '../../main/metrics/figures.ts';
import type { Figure } from '../../main/contract/figure.ts';
import { METRICS } from '../../main/metrics/registry.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';

/** Every figure of a workspace, month by month and by job: what must not change when nothing was changed. */
export function allFigures(workspace: Workspace): Figure[] {
  const view = workspace.view();
  const months = view.months();
  if (!months) return [];
  const scope = { from: months.first, to: months.last };
  return computeFigures(
    view,
    [...METRICS.keys()].flatMap((metric) => [
      { metric, ...scope, grain: 'month' as const },
      { metric, ...scope, by: ['job'] },
    ]),
  ).flat();
}

/** Hash of a file's bytes. */
export function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
