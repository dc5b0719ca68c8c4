import { UsageError } from '../contract/errors.ts';
import { buildDeck } from '../briefings/deck.ts';
import { BRIEFINGS } from '../briefings/registry.ts';
import { sidesOf } from '../analyses/alignment/sides.ts';
import { madeFormatOf, makeFile, type MadeFormat } from '../exports/made-files.ts';
import { defaultFilters } from '../briefings/filter-options.ts';
import type { PageFilters } from '../contract/page.ts';
import { cleanRoomOf, marked } from '../workspace/clean-room.ts';
import { workspaceName } from '../workspace/workspace-name.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { defineCommand, option, required } from './command.ts';
import type { CommandArguments, CommandContext, CommandResult } from './command.ts';
import { structureOf } from './figure-scope.ts';

type Order = Parameters<CommandContext['brief']>[0];

export default defineCommand({
  name: 'brief',
  usage:
    'brief --in W.muster --briefing NAME --out F.pdf|F.pptx|F.xlsx [--entity E --against T] [--structure then|today]',
  options: ['in', 'briefing', 'out', 'entity', 'against', 'structure'],
  async run(args, context) {
    const workspace = context.resolvePath(required(args, 'in'));
    const briefing = option(args, 'briefing') ?? 'cfo';
    if (!BRIEFINGS.has(briefing))
      throw new UsageError(`"${briefing}" is not a briefing; the briefings are ${[...BRIEFINGS.keys()].join(', ')}.`);
    const out = context.resolvePath(required(args, 'out'));
    const format = madeFormatOf(out);
    if (format === null && !/\.pdf$/i.test(out))
      throw new UsageError(
        '--out must end in .pdf for the deck, in .pptx for slides to edit or in .xlsx for the numbers behind them.',
      );
    // A workspace that cannot be opened is refused before a window is started for it.
    const opened = context.openWorkspace(workspace, 'read');
    try {
      const order = { workspace, briefing, out, filters: filtersOf(args, opened) };
      const json = await (format === null ? context.brief(order) : writeMade(order, { format, opened, context }));
      return marked<CommandResult>({ exitCode: 0, json }, cleanRoomOf(opened.store));
    } finally {
      opened.close();
    }
  },
});

type Making = { format: MadeFormat; opened: Workspace; context: CommandContext };

async function writeMade({ workspace, out, ...chosen }: Order, { format, opened, context }: Making) {
  const deck = buildDeck(opened.view(), { ...chosen, workspace: workspaceName(workspace) });
  const { bytes, pages } = await makeFile(deck, format);
  return { out, pages, sha256: await context.writeBytes(out, bytes) };
}

/** What the window opens with, whom to compare and in which structure; null where nothing was asked for. */
function filtersOf(args: CommandArguments, opened: Workspace): PageFilters | null {
  const [entity, against] = [option(args, 'entity'), option(args, 'against')];
  if (entity === null && against !== null) throw new UsageError('--against needs --entity: who is held against it.');
  const structure = structureOf(args);
  if (entity === null && structure === null) return null;
  const view = opened.view();
  // Refuses a structure that this workspace cannot be seen in.
  view.seenIn(structure);
  if (entity !== null) sidesOf(view, { entity, against });
  return {
    ...defaultFilters(view),
    ...(entity !== null && { sides: against === null ? [entity] : [entity, against] }),
    ...(structure !== null && { structure }),
  };
}
