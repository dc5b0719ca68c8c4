import { useMemo, useRef } from 'react';
import { displayText } from '../../main/contract/format.ts';
import type { MultiplesChart as MultiplesModel } from '../../main/contract/page.ts';
import { usePalette } from '../theme/use-palette.ts';
import { useChartActions } from './chart-actions.ts';
import type { Type } from '../../main/contract/drawing/frame.ts';
import { MultiplesFigure } from './multiples-figure.tsx';
import { drawMultiples, valueText } from '../../main/contract/drawing/multiples-layout.ts';
import { Stage } from './stage.tsx';
import { useSize } from './use-chart.ts';
import styles from './drawing.module.css';

/** Groups side by side, a panel a measure; a panel and a group are chosen with pointer or arrow keys. */
export function MultiplesChart({ chart, type }: { chart: MultiplesModel; type: Type }) {
  const box = useRef<HTMLDivElement>(null);
  const palette = usePalette();
  const actions = useChartActions();
  const size = useSize(box);
  const drawing = useMemo(() => size && drawMultiples(chart, size, type), [chart, size, type]);
  const canvas = (
    <div ref={box} className={styles.drawing}>
      {size && drawing && <MultiplesFigure chart={chart} drawing={drawing} palette={palette} size={size} type={type} />}
    </div>
  );
  if (!actions) return canvas;

  return (
    <Stage
      description={chart.description}
      extent={{ count: chart.panels.length, lanes: chart.groups.length, along: 'x' }}
      hit={(px, py) => {
        const index =
          drawing?.panels.findIndex(
            ({ x, y, width, height }) => px >= x && px < x + width && py >= y && py < y + height,
          ) ?? -1;
        if (!drawing || index < 0) return null;
        const lane = Math.floor((py - drawing.panels[index].top) / drawing.row);
        return { index, lane: Math.min(chart.groups.length - 1, Math.max(0, lane)) };
      }}
      place={({ index, lane }) => {
        const panel = drawing?.panels[index];
        const bar = panel?.bars[lane];
        return { x: bar ? bar.x + bar.width : 0, y: bar?.y ?? 0, clear: 56 };
      }}
      read={({ index, lane }) => {
        const panel = chart.panels[index];
        return {
          heading: displayText(panel.title),
          lines: chart.groups.map(({ label, role }, group) => ({
            label: displayText(label),
            value: valueText(panel.values[group], panel),
            color: palette.mark[role],
            active: group === lane,
          })),
          remark: panel.note && displayText(panel.note),
          action: panel.values[lane].query && 'Click opens the figure',
        };
      }}
      activate={({ index, lane }) => {
        const panel = chart.panels[index];
        const value = panel.values[lane];
        if (value.query)
          actions.openFigure(
            `${displayText(panel.title)}: ${displayText(chart.groups[lane].label)}`,
            value.query,
            valueText(value, panel),
          );
      }}
      highlight={({ index, lane }) => {
        const panel = drawing?.panels[index];
        return (
          <span
            className={styles.column}
            style={{
              left: panel?.x,
              width: panel?.width,
              top: (panel?.top ?? 0) + lane * (drawing?.row ?? 0),
              height: drawing?.row,
            }}
          />
        );
      }}
    >
      {canvas}
    </Stage>
  );
}
