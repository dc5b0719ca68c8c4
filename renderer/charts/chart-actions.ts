import { createContext, useContext } from 'react';
import type { FigureQuery } from '../../main/contract/figure.ts';
import type { Narrow, Origin } from '../../main/contract/page.ts';

/** What marks and rows do when they are chosen. Absent in print, where nothing can be chosen. */
export type ChartActions = {
  narrow(target: Narrow): void;
  /** `shown` is the value as it stands at the mark, which may be a part of the figure that the query answers, or rest on it. */
  openFigure(title: string, query: FigureQuery, shown: string, origin?: Origin): void;
};

export const ChartActionsContext = createContext<ChartActions | null>(null);

export function useChartActions(): ChartActions | null {
  return useContext(ChartActionsContext);
}
