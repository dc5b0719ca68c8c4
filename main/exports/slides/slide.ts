import type { NativeChart } from './charts/native-chart.ts';

/** A slide before any library knows of it. Places and sizes of type are in pixels of a slide of 1280 by 720. */
export type Slide = {
  /** From back to front, which is also the order in which they are read; one of them is the title. */
  items: SlideItem[];
  notes: string[];
};

export type SlideItem = TextItem | TableItem | ChartItem | ShapeItem;

export type Box = { x: number; y: number; width: number; height: number };

export type TextItem = {
  kind: 'text';
  name: string;
  box: Box;
  paragraphs: Run[][];
  align: 'left' | 'center' | 'right';
  anchor: 'top' | 'middle' | 'bottom';
  /** Names the slide in outlines and to those who cannot see it. */
  isTitle: boolean;
};

export type Run = { text: string; size: number; color: string; bold?: boolean; serif?: boolean };

export type TableItem = {
  kind: 'table';
  name: string;
  /** For those who cannot see it. */
  description: string;
  box: Box;
  /** Width of each column. */
  columns: number[];
  /** The first row is the head. */
  rows: TableLine[];
};

export type TableLine = { height: number; cells: Cell[] };

export type Cell = {
  text: string;
  size: number;
  color: string;
  bold: boolean;
  align: 'left' | 'center' | 'right';
  /** Room before the text. */
  inset: number;
  /** Colour of the cell, and of the line beneath it; null for none. */
  fill: string | null;
  rule: string | null;
};

export type ChartItem = { kind: 'chart'; name: string; description: string; box: Box; chart: NativeChart };

export type ShapeItem = {
  kind: 'shape';
  name: string;
  /** Empty where the shape is but a part of what another one describes. */
  description: string;
  box: Box;
  form: 'rect' | 'ellipse' | 'line';
  fill: string | null;
  stroke: { color: string; width: number; dashed: boolean } | null;
};

/** The slide, and the part of it that is not margin. */
export const SLIDE = { width: 1280, height: 720 };
export const MARGIN = { x: 53, top: 42 };
export const ROOM = SLIDE.width - MARGIN.x * 2;
