import { join } from 'node:path';
import { formatIsoDay } from '../../main/model/civil-day.ts';
import type { Spell } from '../../main/workforce/spell.ts';
import { workforceOf } from '../../main/workforce/workforce.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { csv, writeInto } from './folder.ts';
import { importFile, openWorkspace } from './workspace.ts';
import type { ImportChoices } from './workspace.ts';

let made = 0;

/** Lines of an extract, the header first; with a recipe where the columns are not ours. */
export type PeopleExtract = readonly string[] | { lines: readonly string[]; choices: ImportChoices };

/** A workspace with some extracts, imported in order. */
export async function workspaceWith(folder: string, ...extracts: PeopleExtract[]): Promise<Workspace> {
  const workspace = openWorkspace(join(folder, `people-${made++}.muster`));
  for (const extract of extracts) await addExtract(folder, workspace, extract);
  return workspace;
}

export function addExtract(folder: string, workspace: Workspace, extract: PeopleExtract) {
  const { lines, choices } = 'lines' in extract ? extract : { lines: extract, choices: {} };
  return importFile(workspace, writeInto(folder, `extract-${made++}.csv`, csv(...lines)), choices);
}

const day = (number: number | null) => (number === null ? null : formatIsoDay(number));

/** A spell in words: entry and exit, days as ISO dates, and where it was spent. */
export function told(spell: Spell): string {
  const { person, entry, start, end, exit, segments } = spell;
  const places = segments.map(({ codes }) => codes['unit'] ?? codes['entity'] ?? '?').join(' > ');
  return `${person}: ${entry} ${day(start)}, ${end === null ? 'stays' : `${exit ?? 'moves'} ${day(end)}`}, ${places}`;
}

/** Every spell of the workspace in words, in order of person and start. */
export function toldOf(workspace: Workspace): string[] {
  return workforceOf(workspace.view()).spells.map(told);
}
