import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { ImportDialog } from '../import/import-dialog.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { useCommands } from './commands.ts';
import { DropArea } from './drop-area.tsx';
import { FirstRun } from './first-run.tsx';
import { Frame } from './frame.tsx';
import { useKeyboard } from './keyboard.ts';
import { MessageBar } from './message-bar.tsx';
import { Palette } from './palette.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useShellEvents } from './shell-state.ts';
import { sessionOf, useApp, useAppStore } from './store.ts';

/** Chooses between the first-run screen and the open workspace; what floats above either is here too. */
export function App() {
  const run = useCommands();
  useShellEvents(run);
  useKeyboard(run);
  const store = useAppStore();
  const shell = useApp((state) => state.shell);
  useEffect(() => {
    if (shell?.recovered) {
      store.getState().say({
        tone: 'failed',
        text: 'A part of Muster stopped and was started again.',
        hint: 'Nothing in the workspace was lost.',
      });
    }
  }, [shell?.recovered, store]);
  if (shell === null) return null;
  return (
    <I18nProvider locale="en-US">
      <DropArea>
        {shell.open ? <Frame key={sessionOf(shell)} name={shell.open.name} /> : <FirstRun shell={shell} />}
      </DropArea>
      <Palette run={run} />
      <ShortcutsDialog />
      <AboutDialog />
      <ImportDialog />
      <MessageBar />
    </I18nProvider>
  );
}
