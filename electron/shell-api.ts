import { basename, dirname, join } from 'node:path';
import type { FileHandle, ShellApi } from '../main/contract/api.ts';
import type { Progress } from '../main/contract/workspace.ts';
import { madeFormatOf } from '../main/exports/made-files.ts';
import { describeProgram } from './about.ts';
import type { BlockedRequests } from './locks/blocked-requests.ts';
import type { ChosenFiles } from './workspace/chosen-files.ts';
import type { Dialogs } from './dialogs.ts';
import type { DeckPrinter } from './pdf.ts';
import { exportMadeFile } from './export-made-file.ts';
import { readJsonFile } from './read-json-file.ts';
import type { ServiceProcess } from './processes/service-process.ts';
import { withExtension, WORKSPACE_EXTENSION } from './workspace/workspace-path.ts';
import type { Workspaces } from './workspace/workspaces.ts';
import { writeWholeFile } from './write-file.ts';

export type ShellParts = {
  service: ServiceProcess;
  workspaces: Workspaces;
  dialogs: Dialogs;
  files: ChosenFiles;
  printer: DeckPrinter;
  blocked: BlockedRequests;
  documents: string;
  onProgress: (progress: Progress) => void;
};

const workspaceFilter = { name: 'Muster workspace', extensions: ['muster'] };
const recipeFilter = { name: 'Recipe', extensions: ['json'] };
const extractFilters = [
  { name: 'Extracts', extensions: ['csv', 'tsv', 'txt', 'xlsx', 'gz', 'zip'] },
  { name: 'All files', extensions: ['*'] },
];

/** What only the shell can do for the page. Where a dialog is dismissed, nothing changes. */
export function createShellApi(parts: ShellParts): ShellApi {
  const { workspaces, dialogs } = parts;

  /** Dialogs start beside the open workspace, or where documents are kept. */
  const inFolder = (name: string): string =>
    join(workspaces.path === null ? parts.documents : dirname(workspaces.path), name);
  const workspaceName = (): string => workspaces.state().open?.name ?? 'Muster';

  return {
    state: async () => workspaces.tell(),
    async newWorkspace() {
      const options = {
        title: 'New workspace',
        defaultPath: inFolder(`Workspace${WORKSPACE_EXTENSION}`),
        filters: [workspaceFilter],
      };
      const path = await dialogs.saveFile('newWorkspace', options);
      return path === null ? workspaces.state() : workspaces.create(withExtension(path, WORKSPACE_EXTENSION));
    },
    async openWorkspace() {
      const options = { title: 'Open workspace', defaultPath: inFolder(''), filters: [workspaceFilter] };
      const [path] = await dialogs.openFiles('openWorkspace', { ...options, properties: ['openFile'] });
      return path === undefined ? workspaces.state() : workspaces.open(path);
    },
    openRecent: async ({ id }) => workspaces.openRecent(id),
    async openSample({ sample }) {
      const state = await workspaces.openSample(sample);
      const { batches } = await parts.service.api.workspace();
      return { ...state, empty: batches.length === 0 };
    },
    closeWorkspace: async () => workspaces.close(),
    async chooseExtracts() {
      const options = { title: 'Import extracts', defaultPath: inFolder(''), filters: extractFilters };
      const paths = await dialogs.openFiles('chooseExtracts', {
        ...options,
        properties: ['openFile', 'multiSelections'],
      });
      return giveHandles(parts, paths);
    },
    async chooseRecipe() {
      const options = { title: 'Use a recipe', defaultPath: inFolder(''), filters: [recipeFilter] };
      const [path] = await dialogs.openFiles('chooseRecipe', { ...options, properties: ['openFile'] });
      return path === undefined ? null : readJsonFile(path);
    },
    async saveRecipe({ recipe }) {
      const options = { title: 'Save the recipe', defaultPath: inFolder('recipe.json'), filters: [recipeFilter] };
      const path = await dialogs.saveFile('saveRecipe', options);
      if (path !== null) await writeWholeFile(withExtension(path, '.json'), `${JSON.stringify(recipe, null, 2)}\n`);
      return { saved: path !== null };
    },
    async exportDeck(request) {
      const name = `${workspaceName()} ${request.briefing} deck.pdf`;
      const options = {
        title: 'Export the deck',
        defaultPath: inFolder(name),
        filters: [
          { name: 'PDF', extensions: ['pdf'] },
          { name: 'Slides (.pptx)', extensions: ['pptx'] },
          { name: 'Workbook (.xlsx)', extensions: ['xlsx'] },
        ],
      };
      const chosen = await dialogs.saveFile('exportDeck', options);
      if (chosen === null) return null;
      const format = madeFormatOf(chosen);
      if (format !== null) {
        const order = { request, format, out: chosen, onProgress: parts.onProgress };
        const { pages } = await exportMadeFile(parts.service, order);
        return { file: basename(chosen), pages };
      }
      const out = withExtension(chosen, '.pdf');
      const { pages } = await parts.printer.export(request, out, parts.onProgress);
      return { file: basename(out), pages };
    },
    async exportQuarantine({ batch }) {
      const options = {
        title: 'Export rejected rows',
        defaultPath: inFolder(`${workspaceName()} rejected rows.csv`),
        filters: [{ name: 'CSV', extensions: ['csv'] }],
      };
      const chosen = await dialogs.saveFile('exportQuarantine', options);
      if (chosen === null) return null;
      const out = withExtension(chosen, '.csv');
      await writeWholeFile(out, await parts.service.control.rejectedRows({ batch }));
      return { file: basename(out) };
    },
    about: async () => describeProgram({ sqlite: workspaces.sqliteVersion, blockedRequests: parts.blocked.count }),
  };
}

/** Handles for files that the user pointed at, in a dialog or by dropping them; the service learns where they are. */
export async function giveHandles(
  { files, service }: Pick<ShellParts, 'files' | 'service'>,
  paths: string[],
): Promise<FileHandle[]> {
  const chosen = await Promise.all(paths.map((path) => files.add(path)));
  await Promise.all(chosen.map(({ file }) => service.control.registerFile(file)));
  return chosen.map(({ handle }) => handle);
}
