import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { CommandId, ShellEvent, ShellState } from '../../main/contract/api.ts';
import { bridge, failureOf, isCancelled } from '../api.ts';
import { sessionOf, useAppStore } from './store.ts';

/** Takes over a shell state; answers about another workspace are dropped before anything is drawn with them. */
function useAdopt(): (state: ShellState) => 'same' | 'other' {
  const store = useAppStore();
  const client = useQueryClient();
  return useCallback(
    (state) => {
      const same = sessionOf(state) === sessionOf(store.getState().shell);
      if (!same) client.clear();
      store.getState().adopt(state);
      return same ? 'same' : 'other';
    },
    [client, store],
  );
}

export type ShellCall = <State extends ShellState>(call: () => Promise<State>) => Promise<State | null>;

/** Calls the shell for another state; what was refused becomes a message, what was dismissed becomes nothing. */
export function useShellCall(): ShellCall {
  const store = useAppStore();
  const adopt = useAdopt();
  return useCallback(
    async (call) => {
      try {
        const state = await call();
        adopt(state);
        return state;
      } catch (error) {
        const failure = failureOf(error);
        if (!isCancelled(failure)) store.getState().say({ tone: 'failed', text: failure.message, hint: null });
        return null;
      }
    },
    [adopt, store],
  );
}

/** Asks for the state once and listens to what the shell sends unasked: another state, or a command from the menu. */
export function useShellEvents(run: (command: CommandId) => void): void {
  const adopt = useAdopt();
  const client = useQueryClient();
  const call = useShellCall();
  useEffect(() => void call(() => bridge().shell.state()), [call]);
  useEffect(
    () =>
      bridge().onEvent((event: ShellEvent) => {
        // The shell also sends the state after work of its own in the open workspace, such as filling a sample.
        if (event.type === 'state' && adopt(event.state) === 'same') void client.invalidateQueries();
        if (event.type === 'command') run(event.command);
      }),
    [adopt, client, run],
  );
}
