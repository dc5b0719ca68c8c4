import type { BriefingOutline, Comparable, FilterOptions, PageFilters, PageModel } from './page.ts';
import type { DeckModel } from './deck.ts';
import type {
  AlignmentTarget,
  AssumptionInfo,
  CleanRoom,
  IntegrationTargets,
  MeasuredSynergy,
  Range,
  SynergyEntry,
  SynergyLedger,
  TargetDecision,
  Wave,
  WavePlan,
} from './decisions.ts';
import type { Failure } from './errors.ts';
import type { Figure, FigureQuery, MetricDefinition } from './figure.ts';
import type {
  CrosswalkDecision,
  DecisionResult,
  HarmonisableEntity,
  HarmonisationModel,
  HarmonisationRequest,
} from './harmonisation.ts';
import type {
  BatchInfo,
  CheckResult,
  ExtractPreview,
  ImportReport,
  PayCodeInfo,
  Progress,
  QuarantinedRow,
  RowsResult,
  WorkspaceInfo,
} from './workspace.ts';

/** A file the user chose: the page sees this, never a path. */
export type FileHandle = { id: string; name: string; size: number };

export type ReadingChoices = Record<string, string>;

export type ImportChoice = { file: string; recipe: unknown; settings: ReadingChoices };

/** Use cases of the service: the owner of the open workspace. */
export interface Api {
  workspace(): Promise<WorkspaceInfo>;
  briefings(): Promise<BriefingOutline[]>;
  filterOptions(): Promise<FilterOptions>;
  /** All that can be compared, most hours first. */
  comparables(): Promise<Comparable[]>;
  page(request: { briefing: string; page: string; filters: PageFilters }): Promise<PageModel>;
  /** The figure behind a mark or a table cell, with numerator, denominator and exclusions. */
  figure(request: { query: FigureQuery }): Promise<Figure>;
  rows(request: { query: FigureQuery; offset: number; limit: number }): Promise<RowsResult>;
  definitions(): Promise<MetricDefinition[]>;
  preview(request: { file: string; recipe: unknown; settings: ReadingChoices }): Promise<ExtractPreview>;
  importExtracts(request: { job: string; files: ImportChoice[] }): Promise<ImportOutcome[]>;
  importSample(request: { job: string; sample: string }): Promise<ImportOutcome[]>;
  cancel(request: { job: string }): Promise<void>;
  batches(): Promise<BatchInfo[]>;
  undo(request: { batch: number }): Promise<{ batch: number; rows: number; readmitted: number }>;
  quarantine(request: {
    batch: number | null;
    offset: number;
    limit: number;
  }): Promise<{ total: number; rows: QuarantinedRow[] }>;
  payCodes(): Promise<PayCodeInfo[]>;
  mapPayCode(request: { payCode: string; payClass: string | null }): Promise<void>;
  harmonisableEntities(): Promise<HarmonisableEntity[]>;
  harmonisation(request: HarmonisationRequest): Promise<HarmonisationModel>;
  /** Decides on the latest version, whatever version the request shows. */
  decideCrosswalk(request: HarmonisationRequest & { decisions: CrosswalkDecision[] }): Promise<DecisionResult>;
  assumptions(): Promise<AssumptionInfo[]>;
  /** null goes back to the range that stands by itself. */
  assume(request: { assumption: string; range: Range | null }): Promise<void>;
  integrationTargets(): Promise<IntegrationTargets>;
  decideTarget(decision: TargetDecision): Promise<void>;
  withdrawTarget(request: Pick<AlignmentTarget, 'entity' | 'dimension'>): Promise<void>;
  synergies(): Promise<SynergyLedger>;
  /** Enters a synergy, or puts it in place of the one with the number; says which others count the same saving. */
  saveSynergy(request: { id: number | null; entry: SynergyEntry }): Promise<Pick<MeasuredSynergy, 'overlaps'>>;
  strikeSynergy(request: { id: number }): Promise<void>;
  waves(): Promise<WavePlan[]>;
  /** Plans a wave, or gives the one that `was` names another name or day; it keeps what it holds. */
  planWave(request: Wave & { was: string | null }): Promise<void>;
  /** Strikes a wave out, and says what was promised by it: that stays, without a wave. */
  strikeWave(request: Pick<Wave, 'name'>): Promise<WavePlan>;
  cleanRoom(): Promise<CleanRoom>;
  setCleanRoom(request: { on: boolean }): Promise<void>;
  check(): Promise<CheckResult>;
  deck(request: { briefing: string; filters: PageFilters | null }): Promise<DeckModel>;
}

/** Of several files, one may be refused and the others stored. */
export type ImportOutcome = { file: string; report: ImportReport | null; failure: Failure | null };

/** Use cases of the shell: dialogs, windows and what only the operating system knows. */
export interface ShellApi {
  /** null while no workspace is open. */
  state(): Promise<ShellState>;
  newWorkspace(): Promise<ShellState>;
  openWorkspace(): Promise<ShellState>;
  openRecent(request: { id: string }): Promise<ShellState>;
  /** Makes a workspace for a bundled sample in the user's data folder and opens it; the page then calls `importSample`. */
  openSample(request: { sample: string }): Promise<ShellState & { empty: boolean }>;
  closeWorkspace(): Promise<ShellState>;
  chooseExtracts(): Promise<FileHandle[]>;
  chooseRecipe(): Promise<unknown>;
  saveRecipe(request: { recipe: unknown }): Promise<{ saved: boolean }>;
  /** As PDF, as slides or as a workbook, whichever the user names; a workbook has sheets for pages. */
  exportDeck(request: {
    briefing: string;
    filters: PageFilters | null;
  }): Promise<{ file: string; pages: number } | null>;
  exportQuarantine(request: { batch: number | null }): Promise<{ file: string } | null>;
  about(): Promise<About>;
}

export type SampleOffer = { id: string; title: string; description: string };

export type ShellState = {
  open: { name: string } | null;
  recent: { id: string; name: string; folder: string }[];
  samples: SampleOffer[];
  /** Set once after the page had to be reloaded because it crashed. */
  recovered: boolean;
};

export type About = {
  version: string;
  electron: string;
  chromium: string;
  node: string;
  sqlite: string;
  /** Where the runtime came from, e.g. "Electron 45.1.0" or "fallback runtime, Electron 33.2.1". */
  runtime: string;
  /** Network requests tried and blocked since start. */
  blockedRequests: number;
};

/** Sent to the page without being asked. */
export type ShellEvent =
  | { type: 'progress'; progress: Progress }
  | { type: 'state'; state: ShellState }
  | { type: 'command'; command: CommandId };

/** Menu and palette share these; the page carries them out. */
export type CommandId =
  | 'palette'
  | 'import'
  | 'export_deck'
  | 'next_page'
  | 'previous_page'
  | 'compare'
  | 'widen'
  | 'definitions'
  | 'extracts'
  | 'harmonise'
  | 'decisions'
  | 'about'
  | 'shortcuts';

export const apiMethods: Record<keyof Api, true> = {
  workspace: true,
  briefings: true,
  filterOptions: true,
  comparables: true,
  page: true,
  figure: true,
  rows: true,
  definitions: true,
  preview: true,
  importExtracts: true,
  importSample: true,
  cancel: true,
  batches: true,
  undo: true,
  quarantine: true,
  payCodes: true,
  mapPayCode: true,
  harmonisableEntities: true,
  harmonisation: true,
  decideCrosswalk: true,
  assumptions: true,
  assume: true,
  integrationTargets: true,
  decideTarget: true,
  withdrawTarget: true,
  synergies: true,
  saveSynergy: true,
  strikeSynergy: true,
  waves: true,
  planWave: true,
  strikeWave: true,
  cleanRoom: true,
  setCleanRoom: true,
  check: true,
  deck: true,
};

export const shellMethods: Record<keyof ShellApi, true> = {
  state: true,
  newWorkspace: true,
  openWorkspace: true,
  openRecent: true,
  openSample: true,
  closeWorkspace: true,
  chooseExtracts: true,
  chooseRecipe: true,
  saveRecipe: true,
  exportDeck: true,
  exportQuarantine: true,
  about: true,
};

/** What the preload puts on `window.muster`. Calls reject with an Error whose message is a Failure as JSON. */
export interface Bridge {
  api: Api;
  shell: ShellApi;
  /** Turns files dropped on the window into handles. */
  dropped(files: readonly unknown[]): Promise<FileHandle[]>;
  onEvent(listener: (event: ShellEvent) => void): () => void;
}
