import { createContext, useContext, useMemo } from 'react';
import { createStore, useStore, type StoreApi } from 'zustand';
import type { FileHandle, ShellState } from '../../main/contract/api.ts';
import type { DecisionPart } from '../../main/contract/decisions.ts';
import type { Figure, FigureQuery } from '../../main/contract/figure.ts';
import type { Narrow, PageFilters } from '../../main/contract/page.ts';
import type { Structure } from '../../main/contract/structure.ts';
import {
  choose,
  narrow,
  narrowingOf,
  release,
  whereOf,
  widen,
  type Narrowing,
  type Step,
} from '../filters/narrowing.ts';

/** What the main area shows. */
export type Place =
  | { view: 'page'; briefing: string; page: string }
  | { view: 'extracts' }
  | { view: 'harmonise' }
  /** `part` is the one to show first; null from the top. */
  | { view: 'decisions'; part: DecisionPart | null }
  | { view: 'definitions'; metric: string | null };

/** What the figure panel is about: a figure with its question, or a definition alone. */
export type PanelSubject = {
  title: string;
  metric: string;
  figure: Figure | null;
  query: FigureQuery | null;
  /** The value as it stands where the panel was opened from. */
  shown?: string;
  /** The query finds rows; no figure answers it. */
  rowsOnly?: boolean;
  note: string | null;
};

export type Overlay = 'palette' | 'shortcuts' | 'about';

export type Message = { id: number; tone: 'done' | 'failed'; text: string; hint: string | null };

/** Work on extracts that the import dialog carries through. */
export type ImportTask = { kind: 'files'; files: FileHandle[] } | { kind: 'sample'; sample: string; title: string };

type Period = Pick<PageFilters, 'from' | 'to' | 'comparison'>;

export type AppState = {
  /** null until the shell has answered for the first time. */
  shell: ShellState | null;
  place: Place | null;
  /** The briefing read last, which the navigation keeps open while the reader is elsewhere. */
  briefing: string | null;
  period: Period | null;
  opening: Period | null;
  narrowing: Narrowing;
  /** Codes of those to compare; null while the extracts say who that is. */
  sides: string[] | null;
  /** null where the reader did not choose one. */
  structure: Structure | null;
  /** Whether the page that compares is to open its first choice. */
  choosingSides: boolean;
  panel: PanelSubject | null;
  overlay: Overlay | null;
  importing: ImportTask | null;
  exporting: boolean;
  message: Message | null;
  /** Takes over what the shell says; with another workspace, forgets all that belonged to the one before. */
  adopt(shell: ShellState): void;
  go(place: Place): void;
  /** Takes the service's opening period, and follows it while the reader has not chosen another. */
  start(defaults: PageFilters): void;
  setPeriod(period: Partial<Period>): void;
  narrow(target: Narrow): void;
  widen(): void;
  choose(step: Step): void;
  release(dimension: string): void;
  releaseAll(): void;
  setStructure(structure: Structure | null): void;
  setSides(sides: string[] | null): void;
  chooseSides(choosing: boolean): void;
  openPanel(subject: PanelSubject | null): void;
  show(overlay: Overlay | null): void;
  beginImport(task: ImportTask | null): void;
  setExporting(exporting: boolean): void;
  say(message: Omit<Message, 'id'> | null): void;
};

const EMPTY = {
  place: null,
  briefing: null,
  period: null,
  opening: null,
  narrowing: [],
  sides: null,
  structure: null,
  choosingSides: false,
  panel: null,
  overlay: null,
  importing: null,
  exporting: false,
};

/** Tells one open workspace from another, also when two files share a name. */
export function sessionOf(shell: ShellState | null): string | null {
  return shell?.open ? `${shell.open.name}/${shell.recent[0]?.id ?? ''}` : null;
}

/** Interface state only: where the reader is and what is open. Figures come from the service through queries. */
export function createAppStore(): StoreApi<AppState> {
  return createStore<AppState>((set) => ({
    ...EMPTY,
    shell: null,
    message: null,
    adopt: (shell) => set((state) => (sessionOf(shell) === sessionOf(state.shell) ? { shell } : { ...EMPTY, shell })),
    go: (place) =>
      set({ place, panel: null, overlay: null, ...(place.view === 'page' && { briefing: place.briefing }) }),
    start: ({ from, to, comparison, where }) =>
      set((state) => {
        const opening = { from, to, comparison };
        if (state.period === null) return { opening, period: opening, narrowing: narrowingOf(where) };
        return { opening, period: samePeriod(state.period, state.opening) ? opening : state.period };
      }),
    setPeriod: (period) => set((state) => ({ period: state.period && { ...state.period, ...period } })),
    narrow: (target) => set((state) => ({ narrowing: narrow(state.narrowing, target) })),
    widen: () => set((state) => ({ narrowing: widen(state.narrowing) })),
    choose: (step) => set((state) => ({ narrowing: choose(state.narrowing, step) })),
    release: (dimension) => set((state) => ({ narrowing: release(state.narrowing, dimension) })),
    releaseAll: () => set({ narrowing: [] }),
    setStructure: (structure) => set({ structure }),
    setSides: (sides) => set({ sides }),
    chooseSides: (choosingSides) => set({ choosingSides }),
    openPanel: (panel) => set({ panel }),
    show: (overlay) => set({ overlay }),
    beginImport: (importing) => set({ importing, overlay: null, panel: null }),
    setExporting: (exporting) => set({ exporting }),
    say: (message) => set((state) => ({ message: message && { ...message, id: (state.message?.id ?? 0) + 1 } })),
  }));
}

export const AppStore = createContext<StoreApi<AppState> | null>(null);

export function useAppStore(): StoreApi<AppState> {
  const store = useContext(AppStore);
  if (store === null) throw new Error('The app store is missing above this component.');
  return store;
}

export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useAppStore(), select);
}

/** The filters in force; null until the workspace has said what it covers. */
export function useFilters(): PageFilters | null {
  const period = useApp((state) => state.period);
  const narrowing = useApp((state) => state.narrowing);
  const sides = useApp((state) => state.sides);
  const structure = useApp((state) => state.structure);
  return useMemo(() => filtersOf({ period, narrowing, sides, structure }), [period, narrowing, sides, structure]);
}

/** The same for whoever is not drawn. */
export function filtersOf({
  period,
  narrowing,
  sides,
  structure,
}: Pick<AppState, 'period' | 'narrowing' | 'sides' | 'structure'>): PageFilters | null {
  return (
    period && {
      ...period,
      where: whereOf(narrowing),
      ...(sides !== null && { sides }),
      ...(structure !== null && { structure }),
    }
  );
}

function samePeriod(a: Period, b: Period | null): boolean {
  return b !== null && a.from === b.from && a.to === b.to && a.comparison === b.comparison;
}
