/** The part of a chart's box in which values are drawn, in pixels from each side. */
export type Plot = { left: number; right: number; top: number; bottom: number };

export type Size = { width: number; height: number };

/** Type sizes of a chart: the screen's, or the deck's, which is read from across a table. */
export type Type = { axis: number; label: number; point: number; line: number };

export const screenType: Type = { axis: 11.5, label: 12, point: 5, line: 2.2 };
export const deckType: Type = { axis: 13, label: 13.5, point: 6, line: 2.6 };

/** Horizontal position of the n-th of so many equal places that start and end on the plot's edges. */
export function edgeX(index: number, count: number, plot: Plot, size: Size): number {
  const width = size.width - plot.left - plot.right;
  return plot.left + (count === 1 ? width / 2 : (index / (count - 1)) * width);
}

/** Vertical position of a value. */
export function valueY(value: number, scale: { min: number; max: number }, plot: Plot, size: Size): number {
  const height = size.height - plot.top - plot.bottom;
  return plot.top + (1 - (value - scale.min) / (scale.max - scale.min)) * height;
}
