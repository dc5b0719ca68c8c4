/**
 * A chart as PowerPoint draws it, with the numbers that stand in its workbook: shares in 0–1, money in major units.
 * Sizes of type are in pixels of the slide.
 */
export type NativeChart = {
  /** `points` are joined by lines over an axis of numbers; the others stand over names. */
  form: 'bars' | 'columns' | 'lines' | 'points';
  stacked: boolean;
  /** Heads the first column of the workbook. */
  heading: string;
  /** Names; or numbers, which are days of a calendar with `lines` and places on the axis with `points`. */
  places: string[] | number[];
  /** Format of the numbers among the places. */
  placeFormat: string;
  series: NativeSeries[];
  values: ValueAxis;
  /** The axis of numbers beneath `points`. */
  across: ValueAxis | null;
  /** Whether the places are named on the axis, and every how many months of them. */
  named: { shown: boolean; every: number };
  legend: boolean;
  /** Bars lie over one another rather than side by side. */
  overlap: boolean;
  /** Room between bars, as a share of their thickness. */
  gap: number;
  /** The plot without its labels, as shares of the whole. */
  plot: { x: number; y: number; width: number; height: number } | null;
  size: number;
};

export type ValueAxis = { min: number; max: number; step: number; format: string; shown: boolean };

export type NativeSeries = {
  name: string;
  values: (number | null)[];
  /** Format of the values in the workbook. */
  format: string;
  /** Surrounds or carries another one, and is not named beside the chart. */
  quiet: boolean;
  /** null is invisible. */
  color: string | null;
  /** Colours of single bars, in place of the colour of the series. */
  pointColors?: string[];
  /** A line, where bars are drawn too or where it differs from the rest; width in pixels. */
  line: { width: number; dash: Dash; marker: number } | null;
  labels: NativeLabels | null;
  /** Points that are ringed and named. */
  signals: { index: number; text: string }[];
};

export type Dash = 'solid' | 'dash' | 'sysDot' | 'dashDot';

export type NativeLabels = {
  position: 'above' | 'right' | 'outside';
  color: string;
  /** Of each value. */
  formats: string[];
  /** At every value, or at one alone with the name of the series, moved by a share of the height of the chart. */
  at: 'all' | { index: number; shift: number };
  /** Words in place of the numbers. */
  texts: string[] | null;
};
