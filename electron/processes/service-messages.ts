import type { DeckModel } from '../../main/contract/deck.ts';
import type { Progress } from '../../main/contract/workspace.ts';
import type { MadeFormat } from '../../main/exports/made-files.ts';
import type { DeckIdentity } from '../deck/deck-identity.ts';
import type { Reply } from '../failures.ts';

/** A file the user chose in a dialog or dropped on the window. */
export type ChosenFile = { id: string; path: string; name: string };

export type OpenRequest = {
  path: string;
  /** A deck only reads, and may do so while a window has the workspace open. */
  mode: 'read' | 'write';
  samplesFolder: string;
  sqliteBinding: string | null;
  appVersion: string;
};

/** What the shell may ask of the service beside the page's use cases; the page cannot reach these. */
export interface ServiceControl {
  /** Opens or makes the workspace at `path`; the one open before stays open when this one is refused. */
  open(request: OpenRequest): Promise<{ sqliteVersion: string }>;
  close(): Promise<void>;
  registerFile(file: ChosenFile): Promise<void>;
  rejectedRows(request: { batch: number | null }): Promise<string>;
  finishDeck(request: { pdf: Uint8Array; identity: DeckIdentity }): Promise<FinishedDeck>;
  makeFile(request: { deck: DeckModel; format: MadeFormat }): Promise<{ bytes: Uint8Array; pages: number }>;
}

export type FinishedDeck = { bytes: Uint8Array; pages: number; sha256: string };

export const controlMethods: Record<keyof ServiceControl, true> = {
  open: true,
  close: true,
  registerFile: true,
  rejectedRows: true,
  finishDeck: true,
  makeFile: true,
};

export type CallTarget = 'api' | 'control';

export type ToService =
  | { kind: 'call'; id: number; target: CallTarget; method: string; argument: unknown }
  /** Carries one end of the line to that reader. */
  | { kind: 'reader_line'; reader: number }
  | { kind: 'reader_exit'; reader: number; detail: string };

export type FromService =
  | { kind: 'reply'; id: number; reply: Reply }
  | { kind: 'progress'; progress: Progress }
  | { kind: 'launch_reader'; reader: number }
  | { kind: 'kill_reader'; reader: number };
