import { useEffect } from 'react';
import type { CommandId } from '../../main/contract/api.ts';
import { useAppStore } from './store.ts';

/** Controls in which arrow keys have a meaning of their own. */
const ARROW_USERS = [
  'input',
  'select',
  'textarea',
  '[contenteditable]',
  '[data-arrow-keys]',
  '[role=grid]',
  '[role=listbox]',
  '[role=menu]',
  '[role=radiogroup]',
  '[role=tablist]',
  '[role=slider]',
  '[role=dialog]',
  '[role=application]',
].join(',');

const TEXT_FIELDS = 'input, textarea, [contenteditable]';

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The command that a key means with the focus outside any control that wants the key for itself. */
export function commandFor(key: Key, focus: { usesArrows: boolean; takesText: boolean }): CommandId | null {
  if ((key.ctrlKey || key.metaKey) && !key.altKey && key.key.toLowerCase() === 'k') return 'palette';
  if (key.ctrlKey || key.metaKey || key.altKey) return null;
  if (key.key === '?' && !focus.takesText) return 'shortcuts';
  if (key.key === 'Escape') return 'widen';
  if (focus.usesArrows || key.shiftKey) return null;
  if (key.key === 'ArrowRight') return 'next_page';
  if (key.key === 'ArrowLeft') return 'previous_page';
  return null;
}

/**
 * Keys that work everywhere. Overlays stop their own keys from getting here, so Escape closes what is open first;
 * while one is open nothing but the palette is reachable behind it.
 */
export function useKeyboard(run: (command: CommandId) => void): void {
  const store = useAppStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : document.body;
      const command = commandFor(event, {
        usesArrows: target.closest(ARROW_USERS) !== null,
        takesText: target.closest(TEXT_FIELDS) !== null,
      });
      const { overlay, importing, panel } = store.getState();
      if (command === null || overlay || importing || (panel && command !== 'palette')) return;
      event.preventDefault();
      run(command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [run, store]);
}
