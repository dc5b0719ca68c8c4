import type { Progress } from '../contract/workspace.ts';

/** One end of the line to a reader process: it parses untrusted bytes and has no database and no network. */
export interface ReaderChannel {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once when the process is gone, whatever the reason. */
  onExit(listener: (detail: string) => void): void;
  /** Ends the process at once; this is how an import is cancelled. */
  kill(): void;
}

/** The reader's own end of the line. */
export interface ReaderSide {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

export type LaunchReader = () => ReaderChannel;

/** Civil time for records of what was done; metrics never read it. */
export interface Clock {
  /** ISO date and time in UTC. */
  now: () => string;
  /** Milliseconds of a steady clock, for durations. */
  ticks: () => number;
  /** Does some work later; the answer takes it back. */
  after: (milliseconds: number, work: () => void) => () => void;
}

export type ReportProgress = (progress: Progress) => void;
