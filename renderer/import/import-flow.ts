import { useCallback, useEffect, useReducer } from 'react';
import type { FileHandle, ReadingChoices } from '../../main/contract/api.ts';
import type { Failure } from '../../main/contract/errors.ts';
import type { ExtractPreview } from '../../main/contract/workspace.ts';
import { bridge, failureOf } from '../api.ts';

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
  | { type: 'skip'; id: string; skipped: boolean };

function reduce(candidates: Candidate[], action: Action): Candidate[] {
  return candidates.map((candidate) => {
    if (candidate.handle.id !== action.id) return candidate;
    switch (action.type) {
      case 'reading':
        return { ...candidate, recipe: action.recipe, settings: action.settings, reading: true };
      case 'read':
        return { ...candidate, preview: action.preview, failure: null, reading: false };
      case 'refused':
        return { ...candidate, failure: action.failure, reading: false };
      case 'skip':
        return { ...candidate, skipped: action.skipped };
    }
  });
}

const newCandidate = (handle: FileHandle): Candidate => ({ handle, recipe: null, settings: {}, preview: null, failure: null, reading: true, skipped: false });

/** Whether a candidate can be imported as it stands: read, of a known kind, with nothing left to answer. */
export function isReady(candidate: Candidate): boolean {
  const { preview } = candidate;
  return !candidate.skipped && !candidate.reading && candidate.failure === null && preview !== null && preview.kind !== null && preview.question === null;
}

/** Previews of the chosen files, read one after the other; every change of mapping or answer reads the file's start again. */
export function useCandidates(files: FileHandle[]) {
  const [candidates, dispatch] = useReducer(reduce, files, (handles) => handles.map(newCandidate));

  const read = useCallback(async (handle: FileHandle, recipe: unknown, settings: ReadingChoices): Promise<void> => {
    dispatch({ type: 'reading', id: handle.id, recipe, settings });
    try {
      const preview = await bridge().api.preview({ file: handle.id, recipe, settings });
      dispatch({ type: 'read', id: handle.id, preview });
    } catch (error) {
      dispatch({ type: 'refused', id: handle.id, failure: failureOf(error) });
    }
  }, []);

  useEffect(() => {
    let wanted = true;
    void (async () => {
      for (const handle of files) if (wanted) await read(handle, null, {});
    })();
    return () => {
      wanted = false;
    };
  }, [files, read]);

  const skip = useCallback((handle: FileHandle, skipped: boolean) => dispatch({ type: 'skip', id: handle.id, skipped }), []);
  return { candidates, read, skip };
}
