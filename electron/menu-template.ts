import type { MenuItemConstructorOptions } from 'electron';
import type { CommandId, ShellState } from '../main/contract/api.ts';

export type MenuActions = {
  newWorkspace: () => void;
  openWorkspace: () => void;
  openRecent: (id: string) => void;
  openSample: (id: string) => void;
  closeWorkspace: () => void;
  reloadWindow: () => void;
  /** Carried out by the page. */
  command: (command: CommandId) => void;
};

export type MenuOptions = { mac: boolean; development: boolean };

type Item = MenuItemConstructorOptions;

/** The menu for one state of the program. What the page carries out is sent to it as a command, here and in the palette. */
export function menuTemplate(state: ShellState, actions: MenuActions, options: MenuOptions): Item[] {
  const menus = [
    fileMenu(state, actions, options),
    { role: 'editMenu' } as Item,
    viewMenu(state, actions, options),
    helpMenu(actions),
  ];
  return options.mac ? [{ role: 'appMenu' }, ...menus] : menus;
}

function fileMenu({ open, recent, samples }: ShellState, actions: MenuActions, { mac }: MenuOptions): Item {
  const enabled = open !== null;
  return {
    label: '&File',
    submenu: [
      { label: '&New Workspace…', accelerator: 'CmdOrCtrl+N', click: () => actions.newWorkspace() },
      { label: '&Open Workspace…', accelerator: 'CmdOrCtrl+O', click: () => actions.openWorkspace() },
      {
        label: 'Open &Recent',
        enabled: recent.length > 0,
        submenu: recent.map(({ id, name, folder }) => ({
          label: name,
          sublabel: folder,
          click: () => actions.openRecent(id),
        })),
      },
      {
        label: 'Open &Sample',
        enabled: samples.length > 0,
        submenu: samples.map(({ id, title }) => ({ label: title, click: () => actions.openSample(id) })),
      },
      { type: 'separator' },
      { ...send(actions, '&Import Extracts…', 'import', 'CmdOrCtrl+I'), enabled },
      { ...send(actions, '&Export Deck…', 'export_deck', 'CmdOrCtrl+E'), enabled },
      { type: 'separator' },
      { label: '&Close Workspace', accelerator: 'CmdOrCtrl+W', enabled, click: () => actions.closeWorkspace() },
      ...(mac ? [] : [{ role: 'quit' } as Item]),
    ],
  };
}

function viewMenu({ open }: ShellState, actions: MenuActions, { mac, development }: MenuOptions): Item {
  const enabled = open !== null;
  // The page handles these keys itself, because in a field or a table they mean something else.
  // macOS cannot show a key without taking it, so its menu does without.
  const shownOnly = { enabled, ...(mac ? { accelerator: undefined } : { registerAccelerator: false }) };
  return {
    label: '&View',
    submenu: [
      { ...send(actions, '&Next Page', 'next_page', 'Right'), ...shownOnly },
      { ...send(actions, '&Previous Page', 'previous_page', 'Left'), ...shownOnly },
      { ...send(actions, '&Widen', 'widen', 'Escape'), ...shownOnly },
      { type: 'separator' },
      { ...send(actions, '&Find or Do…', 'palette', 'CmdOrCtrl+K'), enabled },
      { ...send(actions, '&Extracts', 'extracts'), enabled },
      { ...send(actions, '&Harmonise', 'harmonise'), enabled },
      { ...send(actions, '&Decisions', 'decisions'), enabled },
      { type: 'separator' },
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
      { type: 'separator' },
      { label: 'Re&load Window', click: () => actions.reloadWindow() },
      ...(development ? [{ role: 'toggleDevTools' } as Item] : []),
    ],
  };
}

function helpMenu(actions: MenuActions): Item {
  return {
    label: '&Help',
    role: 'help',
    submenu: [
      send(actions, '&Keyboard Shortcuts', 'shortcuts', 'CmdOrCtrl+/'),
      send(actions, '&Definitions', 'definitions', 'F1'),
      { type: 'separator' },
      send(actions, '&About Muster', 'about'),
    ],
  };
}

function send(actions: MenuActions, label: string, command: CommandId, accelerator?: string): Item {
  return { label, accelerator, click: () => actions.command(command) };
}
