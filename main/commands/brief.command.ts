import { UsageError } from '../contract/errors.ts';
import { BRIEFINGS } from '../briefings/registry.ts';
import { sidesOf } from '../analyses/alignment/sides.ts';
import { defaultFilters } from '../briefings/filter-options.ts';
import type { PageFilters } from '../contract/page.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { defineCommand, option, required } from './command.ts';
import type { CommandArguments } from './command.ts';
import { structureOf } from './figure-scope.ts';

export default defineCommand({
  name: 'brief',
  usage: 'brief --in W.muster --briefing NAME --out F.pdf [--entity E --against T] [--structure then|today]',
  options: ['in', 'briefing', 'out', 'entity', 'against', 'structure'],
  async run(args, context) {
    const workspace = context.resolvePath(required(args, 'in'));
    const briefing = option(args, 'briefing') ?? 'cfo';
    if (!BRIEFINGS.has(briefing))
      throw new UsageError(`"${briefing}" is not a briefing; the briefings are ${[...BRIEFINGS.keys()].join(', ')}.`);
    const out = context.resolvePath(required(args, 'out'));
    if (!/\.pdf$/i.test(out)) throw new UsageError('--out must end in .pdf.');
    // A workspace that cannot be opened is refused before a window is started for it.
    const opened = context.openWorkspace(workspace, 'read');
    let filters: PageFilters | null;
    try {
      filters = filtersOf(args, opened);
    } finally {
      opened.close();
    }
    return { exitCode: 0, json: await context.brief({ workspace, briefing, out, filters }) };
  },
});

/** What the window opens with, whom to compare and in which structure; null where nothing was asked for. */
function filtersOf(args: CommandArguments, opened: Workspace): PageFilters | null {
  const [entity, against] = [option(args, 'entity'), option(args, 'against')];
  if (entity === null && against !== null) throw new UsageError('--against needs --entity: who is held against it.');
  const structure = structureOf(args);
  if (entity === null && structure === null) return null;
  const view = opened.view();
  view.seenIn(structure);
  if (entity !== null) sidesOf(view, { entity, against });
  return {
    ...defaultFilters(view),
    ...(entity !== null && { sides: against === null ? [entity] : [entity, against] }),
    ...(structure !== null && { structure }),
  };
}
