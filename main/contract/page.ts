import type { DecisionPart } from './decisions.ts';
import type { Figure, FigureQuery, Filter } from './figure.ts';
import type { Structure } from './structure.ts';
import type { Unit } from './units.ts';

/**
 * A finished page: screen, print and table twin render it without computing anything.
 * Numbers are raw; renderers format them with `format.ts`.
 */
export type PageModel = {
  id: string;
  briefing: string;
  /** Position in the briefing, from 1. */
  number: number;
  question: string;
  /** Written from the figures; never claims a change without a signal. */
  title: string;
  /** Scope in words, e.g. "Oct 2025 – Sep 2026, vs prior year, all entities". */
  scope: string;
  kpis: Kpi[];
  chart: Chart;
  /** A second, smaller chart, if the page has one. */
  inset: Chart | null;
  table: Table;
  recommendation: Recommendation | null;
  /** Plain sentences on what is missing or must be known to read the page. */
  notices: string[];
  /** Where people change what the page rests on; left out where nothing on it is decided. */
  decide?: readonly PageDecision[];
  /** Whom the page holds against whom; left out where it compares nobody. */
  sides?: PageSides;
  source: SourceStrip;
};

/** A part of the decisions that the window leads to, and the sentence that print has instead; null where it has none. */
export type PageDecision = { part: Exclude<DecisionPart, 'clean_room'>; command: string | null };

/** Those in the comparison, the one in question first; the window lets the reader choose others, up to `most`. */
export type PageSides = { chosen: { code: string; name: string }[]; most: number };

/** An entity or owner that can be compared: with its owner, or with how many it owns. */
export type Comparable = { code: string; name: string; owner: string | null; owned: number };

/** Where a number comes from that is no figure of its own: its definition, and how it was worked out from the rows. */
export type Origin = {
  definition: string;
  basis: string | null;
  /** The query finds rows alone; there is no figure that it answers. */
  rowsOnly: boolean;
};

export type Tone = 'better' | 'worse' | 'neutral';

export type Kpi = {
  id: string;
  label: string;
  figure: Figure;
  /** Change against the comparison, e.g. "+0.6 pt vs prior year"; `null` when there is none. */
  change: { text: string; tone: Tone } | null;
  /** The rest of the line under the number, e.g. "signal since Mar", "flat within noise", "needs loads". */
  detail: string;
  query: FigureQuery;
};

/** What a click on a mark or row narrows to. */
export type Narrow = { dimension: string; code: string; label: string };

export type Chart =
  | SeriesChart
  | PairsChart
  | BridgeChart
  | SurvivalChart
  | HeatChart
  | PyramidChart
  | DotsChart
  | MultiplesChart;

/** Roles carry the colour, so that the same thing looks the same on every page. */
export type Role =
  | 'internal'
  | 'external'
  | 'digital'
  | 'hours'
  | 'cost'
  | 'neutral'
  | 'total'
  | 'increase'
  | 'decrease'
  // Groups without a role of their own, in the order in which they are compared.
  | 'group1'
  | 'group2'
  | 'group3'
  | 'group4';

type ChartFrame = { title: string; subtitle: string; /** A full sentence for screen readers. */ description: string };

/** Monthly lines with natural process limits; prior year light; signals marked. */
export type SeriesChart = ChartFrame & {
  kind: 'series';
  unit: Unit;
  currency: string | null;
  /** Values that the axis reaches at least, where what is drawn has ends of its own. */
  scale?: { from: number; to: number };
  /** `YYYY-MM`, ascending; values line up with it, null is no data. */
  months: string[];
  series: {
    id: string;
    label: string;
    role: Role;
    actual: (number | null)[];
    prior: (number | null)[] | null;
    limits: { mean: number; lower: number; upper: number } | null;
    signals: { index: number; text: string }[];
    /** Months that a point covers, the last one its own; one where nothing is said. */
    span?: number;
    /** null where no metric stands behind a point. */
    query: Omit<FigureQuery, 'from' | 'to'> | null;
  }[];
};

/** Horizontal bars in pairs on one scale, e.g. share of hours beside share of cost. */
export type PairsChart = ChartFrame & {
  kind: 'pairs';
  unit: Unit;
  measures: { label: string; role: Role }[];
  bars: {
    label: string;
    values: (number | null)[];
    narrow: Narrow | null;
    query: FigureQuery | null;
    origin?: Origin;
  }[];
};

/** A bridge from a first to a last total; `value` of a step is signed, of a total absolute. */
export type BridgeChart = ChartFrame & {
  kind: 'bridge';
  unit: Unit;
  currency: string | null;
  steps: {
    label: string;
    value: number;
    total: boolean;
    role: Role;
    note: string | null;
    query: FigureQuery | null;
    origin?: Origin;
  }[];
};

/** Survival curves as steps, with interval bands and rows of the numbers at risk beneath the axis. */
export type SurvivalChart = ChartFrame & {
  kind: 'survival';
  /** Unit of the times, e.g. "days". */
  timeUnit: string;
  /** Times under which numbers at risk stand, ascending; the axis runs from the first to the last. */
  ticks: number[];
  curves: {
    id: string;
    label: string;
    role: Role;
    /** Where the curve starts at 1: conditional on being there at this time. */
    from: number;
    /** Survival from each time on, ascending; bounds are null where they do not exist. */
    points: { time: number; survival: number; lower: number | null; upper: number | null }[];
    /** At each tick; null where it is not shown. */
    atRisk: (number | null)[];
    narrow: Narrow | null;
    query: FigureQuery | null;
  }[];
};

/** A table of shaded cells on one scale, such as a cohort triangle. A cell without value stays blank. */
export type HeatChart = ChartFrame & {
  kind: 'heat';
  unit: Unit;
  /** Values at the ends of the shading. */
  scale: { from: number; to: number };
  /** Heads the row labels, e.g. "Hired in". */
  rowTitle: string;
  /** Rows have no sizes at all, rather than hidden ones: nothing is printed beside the labels. */
  sizeless?: true;
  columns: string[];
  rows: {
    label: string;
    /** Printed beside the label, e.g. the size of the cohort; null when it is hidden. */
    size: number | null;
    /** `absence` says in words why a cell is blank, e.g. "not yet reached". */
    cells: { value: number | null; absence: string | null; query: FigureQuery | null; origin?: Origin }[];
  }[];
};

/** Bars to both sides of one axis, by band, e.g. leavers against those in post by length of service. */
export type PyramidChart = ChartFrame & {
  kind: 'pyramid';
  unit: Unit;
  /** Left and right. */
  sides: [{ label: string; role: Role }, { label: string; role: Role }];
  /** From the bottom band to the top; null is not shown. */
  bands: { label: string; values: [number | null, number | null]; queries: [FigureQuery | null, FigureQuery | null] }[];
};

/** One dot a row on a common scale: now, before, target, and a band within which nothing can be told from chance. */
export type DotsChart = ChartFrame & {
  kind: 'dots';
  scale: { from: number; to: number };
  labels: { now: string; before: string | null; target: string | null; band: string | null };
  rows: {
    label: string;
    now: number | null;
    before: number | null;
    target: number | null;
    band: { from: number; to: number } | null;
    interval: { lower: number; upper: number } | null;
    /** `worse` falls short of the target by more than noise. */
    tone: Tone;
    /** Takes the place of the dot, e.g. "not measured: needs policies"; null with a dot. */
    absence: string | null;
    query: FigureQuery | null;
    origin?: Origin;
  }[];
};

/** Two to six entities side by side: a panel a measure, its bars on one scale. */
export type MultiplesChart = ChartFrame & {
  kind: 'multiples';
  groups: { label: string; role: Role }[];
  panels: {
    title: string;
    unit: Unit;
    currency: string | null;
    /** A value a group; null with its absence in words. */
    values: { value: number | null; absence: string | null; query: FigureQuery | null }[];
    /** Said beneath the panel, e.g. "no detectable difference". */
    note: string | null;
  }[];
};

export type Table = {
  title: string;
  subtitle: string;
  columns: TableColumn[];
  rows: TableRow[];
};

export type TableColumn = {
  id: string;
  label: string;
  kind: 'text' | 'number' | 'bar';
  unit: Unit | null;
  currency: string | null;
  /** Points for shares that are differences; signs shown. */
  signed: boolean;
};

export type TableCell =
  | { text: string }
  | { value: number | null; absence: string | null; query: FigureQuery | null; origin?: Origin };

export type TableRow = {
  id: string;
  cells: TableCell[];
  narrow: Narrow | null;
  /** "58 other units": set apart from the rest. */
  remainder: boolean;
  /** Heads the rows beneath it up to the next such row, and sums them up, such as a wave. */
  heads?: true;
};

export type Recommendation = {
  /** One sentence; the first words are the action. */
  text: string;
  /** How the money was worked out, for the definition panel. */
  basis: string;
  query: FigureQuery | null;
  /** Definition of the money, where it is no figure of its own. */
  origin?: Origin;
};

/** Stands under every page. Prints dates, never ages, so that the same input gives the same bytes. */
export type SourceStrip = {
  asOf: string | null;
  rows: number;
  quarantined: number;
  tieOut: string;
  definitions: string[];
  /** Which structure the figures are in, in words; null where it makes no difference. */
  structure: string | null;
  batches: number[];
};

/** What the user has chosen; applies at once to everything. */
export type PageFilters = {
  /** `YYYY-MM`, inclusive. */
  from: string;
  to: string;
  comparison: 'prior_year' | 'prior_period' | 'none';
  where: Filter;
  /** Codes of those to compare: the one in question, its target model, then any others; left out where nobody chose. */
  sides?: string[];
  /** Left out where nobody chose. */
  structure?: Structure;
};

export type BriefingOutline = {
  id: string;
  title: string;
  pages: { id: string; label: string; question: string }[];
};

/** What the filter bar offers; codes with their labels, most hours first. */
export type FilterOptions = {
  firstMonth: string;
  lastMonth: string;
  /** The period a briefing opens with. */
  defaults: PageFilters;
  dimensions: { id: string; label: string; values: { code: string; label: string }[] }[];
  /** null stands for no choice; empty where the structure makes no difference. */
  structures: { id: Structure | null; chip: string; label: string; hint: string }[];
};
