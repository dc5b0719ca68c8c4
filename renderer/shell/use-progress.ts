import { useEffect, useState } from 'react';
import type { Progress } from '../../main/contract/workspace.ts';
import { bridge } from '../api.ts';
import { IMPORT_JOB } from '../import/work.ts';

/** Work that goes on in the background is shown until it is done, or until nothing has been heard of it for a while. */
const FORGOTTEN_AFTER_MS = 6000;

/** The latest step of long work without a dialog of its own: a sample filled from the menu, a deck. */
export function useProgress(): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(
    () =>
      bridge().onEvent((event) => {
        if (event.type !== 'progress' || event.progress.job.startsWith(IMPORT_JOB)) return;
        setProgress(isDone(event.progress) ? null : event.progress);
      }),
    [],
  );
  useEffect(() => {
    if (progress === null) return;
    const timer = window.setTimeout(() => setProgress(null), FORGOTTEN_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [progress]);
  return progress;
}

function isDone({ done, total }: Progress): boolean {
  return total !== null && done >= total;
}
