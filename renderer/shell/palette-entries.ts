import type { CommandId } from '../../main/contract/api.ts';
import { displayText } from '../../main/contract/format.ts';
import type { BriefingOutline, FilterOptions } from '../../main/contract/page.ts';
import { DECISION_PARTS, PART_NOTES, PART_TITLES } from '../decisions/parts.ts';
import { commandTitles } from './commands.ts';
import type { AppState } from './store.ts';

export type PaletteEntry = {
  id: string;
  group: string;
  label: string;
  words: string;
  keys: string | null;
  act: (state: AppState) => void;
};

type Sources = {
  briefings: BriefingOutline[];
  options: FilterOptions | null;
  open: boolean;
  run: (command: CommandId) => void;
};

const ALWAYS: CommandId[] = ['shortcuts', 'about'];
const WITH_WORKSPACE: CommandId[] = [
  'import',
  'export_deck',
  'compare',
  'extracts',
  'harmonise',
  'decisions',
  'definitions',
  'widen',
  'next_page',
  'previous_page',
];

const KEYS: Partial<Record<CommandId, string>> = { next_page: '→', previous_page: '←', widen: 'Esc', shortcuts: '?' };

/** All that can be found: pages first, then what can be done, then every value to narrow to. */
export function paletteEntries({ briefings, options, open, run }: Sources): PaletteEntry[] {
  const pages = briefings.flatMap((briefing) =>
    briefing.pages.map((page) => ({
      id: `page ${briefing.id} ${page.id}`,
      group: displayText(briefing.title),
      label: displayText(page.label),
      words: `${briefing.title} ${page.question}`,
      keys: null,
      act: (state: AppState) => state.go({ view: 'page', briefing: briefing.id, page: page.id }),
    })),
  );
  const decisions = (open ? DECISION_PARTS : []).map((part) => ({
    id: `decisions ${part}`,
    group: 'Decisions',
    label: PART_TITLES[part],
    words: `decisions ${PART_NOTES[part]}`,
    keys: null,
    act: (state: AppState) => state.go({ view: 'decisions', part }),
  }));
  const commands = [...(open ? WITH_WORKSPACE : []), ...ALWAYS].map((command) => ({
    id: `command ${command}`,
    group: 'Do',
    label: commandTitles[command],
    words: command,
    keys: KEYS[command] ?? null,
    act: () => run(command),
  }));
  const values = (options?.dimensions ?? []).flatMap((dimension) =>
    dimension.values.map((value) => ({
      id: `value ${dimension.id} ${value.code}`,
      group: `Narrow by ${displayText(dimension.label).toLowerCase()}`,
      label: displayText(value.label),
      words: `${dimension.label} ${value.code}`,
      keys: null,
      act: (state: AppState) => state.narrow({ dimension: dimension.id, code: value.code, label: value.label }),
    })),
  );
  return [...pages, ...commands, ...decisions, ...values];
}
