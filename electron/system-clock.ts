import type { Clock } from '../main/ports/processes.ts';

/** The machine's clock; tests pass their own. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  ticks: () => performance.now(),
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};
