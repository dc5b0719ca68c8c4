import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { FileHandle, ReadingChoices } from '../../main/contract/api.ts';
import type { Failure } from '../../main/contract/errors.ts';
import type { ExtractPreview } from '../../main/contract/workspace.ts';
import { bridge, failureOf } from '../api.ts';
import { missingTargets } from './missing-targets.ts';
import { withTarget } from './recipe-edit.ts';

/** One file before import: how it would be read, and what the user changed about that. */
export type Candidate = {
  handle: FileHandle;
  /** null: as recognised. */
  recipe: unknown;
  settings: ReadingChoices;
  preview: ExtractPreview | null;
  failure: Failure | null;
  reading: boolean;
  /** Left out of the import, but still listed. */
  skipped: boolean;
};

type Action =
  | { type: 'reading'; id: string; recipe: unknown; settings: ReadingChoices }
  | { type: 'read'; id: string; preview: ExtractPreview }
  | { type: 'refused'; id: string; failure: Failure }
  | { type: 'map'; id: string; preview: ExtractPreview }
  | { type: 'skip'; id: string; skipped: boolean };

function reduce(candidates: Candidate[], action: Action): Candidate[] {
  return candidates.map((candidate) => {
    if (candidate.handle.id !== action.id) return candidate;
    switch (action.type) {
      case 'reading':
        return { ...candidate, recipe: action.recipe, settings: action.settings, reading: true };
      case 'read':
        return { ...candidate, preview: action.preview, failure: null, reading: false };
      case 'map':
        return { ...candidate, preview: action.preview };
      case 'refused':
        return { ...candidate, failure: action.failure, reading: false };
      case 'skip':
        return { ...candidate, skipped: action.skipped };
    }
  });
}

const newCandidate = (handle: FileHandle): Candidate => ({
  handle,
  recipe: null,
  settings: {},
  preview: null,
  failure: null,
  reading: true,
  skipped: false,
});

/** How far a candidate is from being imported as it stands. */
export type Readiness = 'skipped' | 'reading' | 'refused' | 'question' | 'unknown' | 'incomplete' | 'ready';

export function readinessOf({ skipped, reading, failure, preview }: Candidate): Readiness {
  if (skipped) return 'skipped';
  if (reading) return 'reading';
  if (failure || preview === null) return 'refused';
  if (preview.question) return 'question';
  if (preview.kind === null) return 'unknown';
  return missingTargets(preview).length > 0 ? 'incomplete' : 'ready';
}

/** Previews of the chosen files, read one after the other; every change of mapping or answer reads the file's start again. */
export function useCandidates(files: FileHandle[]) {
  const [candidates, dispatch] = useReducer(reduce, files, (handles) => handles.map(newCandidate));

  // Choices follow each other faster than a file can be read: only the answer to the last question of a file counts.
  const asked = useRef(new Map<string, number>());

  const read = useCallback(async (handle: FileHandle, recipe: unknown, settings: ReadingChoices): Promise<void> => {
    const turn = (asked.current.get(handle.id) ?? 0) + 1;
    asked.current.set(handle.id, turn);
    const isLast = (): boolean => asked.current.get(handle.id) === turn;
    dispatch({ type: 'reading', id: handle.id, recipe, settings });
    try {
      const preview = await bridge().api.preview({ file: handle.id, recipe, settings });
      if (isLast()) dispatch({ type: 'read', id: handle.id, preview });
    } catch (error) {
      if (isLast()) dispatch({ type: 'refused', id: handle.id, failure: failureOf(error) });
    }
  }, []);

  const map = useCallback(
    (candidate: Candidate, source: string, target: string | null): void => {
      if (candidate.preview === null) return;
      const preview = withTarget(candidate.preview, source, target);
      dispatch({ type: 'map', id: candidate.handle.id, preview });
      void read(candidate.handle, preview.recipe, candidate.settings);
    },
    [read],
  );

  useEffect(() => {
    let wanted = true;
    void (async () => {
      for (const handle of files) if (wanted) await read(handle, null, {});
    })();
    return () => {
      wanted = false;
    };
  }, [files, read]);

  const skip = useCallback(
    (handle: FileHandle, skipped: boolean) => dispatch({ type: 'skip', id: handle.id, skipped }),
    [],
  );
  return { candidates, read, map, skip };
}
