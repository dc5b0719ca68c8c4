import { app, Menu } from 'electron';
import type { ShellApi, ShellEvent, ShellState } from '../main/contract/api.ts';
import type { Dialogs } from './dialogs.ts';
import { failureOf } from './failures.ts';
import { menuTemplate, type MenuActions } from './menu-template.ts';

type MenuParts = {
  shell: ShellApi;
  dialogs: Dialogs;
  send: (event: ShellEvent) => void;
  /** Fills a sample workspace that was just made. */
  fillSample: (sample: string) => Promise<void>;
  reloadWindow: () => void;
};

/** The native menu; made anew when the state changes, because the runtime cannot add to a submenu and take away. */
export function createMenu(options: MenuParts): (state: ShellState) => void {
  const { shell, dialogs } = options;

  /** What starts in the menu has no page waiting for the answer, so a failure is shown in a dialog. */
  const run = (work: () => Promise<unknown>): void => {
    work().catch((error: unknown) => dialogs.tellFailure(failureOf(error).message));
  };
  const actions: MenuActions = {
    newWorkspace: () => run(() => shell.newWorkspace()),
    openWorkspace: () => run(() => shell.openWorkspace()),
    openRecent: (id) => run(() => shell.openRecent({ id })),
    openSample: (sample) =>
      run(async () => {
        const { empty } = await shell.openSample({ sample });
        if (empty) await options.fillSample(sample);
      }),
    closeWorkspace: () => run(() => shell.closeWorkspace()),
    reloadWindow: () => options.reloadWindow(),
    command: (command) => options.send({ type: 'command', command }),
  };
  return (state) => {
    const template = menuTemplate(state, actions, { mac: process.platform === 'darwin', development: !app.isPackaged });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
}
