import { useMemo, useRef } from 'react';
import { displayText } from '../../main/contract/format.ts';
import type { HeatChart as HeatModel } from '../../main/contract/page.ts';
import { heatCell, SIZE } from '../../main/contract/twins/heat-table.ts';
import { usePalette } from '../theme/use-palette.ts';
import { useChartActions } from './chart-actions.ts';
import type { Cursor } from './cursor.ts';
import type { Type } from '../../main/contract/drawing/frame.ts';
import { HeatFigure } from './heat-figure.tsx';
import { drawHeat, shadeOf, sizeText } from '../../main/contract/drawing/heat-layout.ts';
import { Stage } from './stage.tsx';
import { twinText } from '../../main/contract/twins/twin-text.ts';
import { useSize } from './use-chart.ts';
import styles from './drawing.module.css';

/** A table of shaded cells; a cell is chosen with pointer or arrow keys and opens its figure. */
export function HeatChart({ chart, type }: { chart: HeatModel; type: Type }) {
  const box = useRef<HTMLDivElement>(null);
  const palette = usePalette();
  const actions = useChartActions();
  const size = useSize(box);
  const drawing = useMemo(() => size && drawHeat(chart, size, type), [chart, size, type]);
  const canvas = (
    <div ref={box} className={styles.drawing}>
      {size && drawing && <HeatFigure chart={chart} drawing={drawing} palette={palette} size={size} type={type} />}
    </div>
  );
  if (!actions) return canvas;

  const corner = ({ index, lane }: Cursor) => ({
    left: (drawing?.left ?? 0) + lane * (drawing?.cell.width ?? 0),
    top: (drawing?.top ?? 0) + index * (drawing?.cell.height ?? 0),
  });
  return (
    <Stage
      description={chart.description}
      extent={{ count: drawing?.shown ?? 0, lanes: chart.columns.length, along: 'y' }}
      hit={(px, py) => {
        if (!drawing) return null;
        const index = Math.floor((py - drawing.top) / drawing.cell.height);
        const lane = Math.floor((px - drawing.left) / drawing.cell.width);
        return index >= 0 && index < drawing.shown && lane >= 0 && lane < chart.columns.length ? { index, lane } : null;
      }}
      place={(cursor) => {
        const { left, top } = corner(cursor);
        const half = (drawing?.cell.width ?? 0) / 2;
        return { x: left + half, y: top + (drawing?.cell.height ?? 0) / 2, clear: half + 5 };
      }}
      read={({ index, lane }) => {
        const row = chart.rows[index];
        const { value, query } = row.cells[lane];
        return {
          heading: `${displayText(chart.rowTitle)} ${displayText(row.label)}`,
          lines: [
            {
              label: displayText(chart.columns[lane]),
              value: twinText(heatCell(row.cells[lane], chart.unit)),
              color: value === null ? null : shadeOf(value, chart.scale, palette),
              active: true,
            },
          ],
          remark: chart.sizeless ? null : `${SIZE} ${sizeText(row.size)}`,
          action: query && 'Click opens the figure',
        };
      }}
      activate={({ index, lane }) => {
        const row = chart.rows[index];
        const cell = row.cells[lane];
        if (cell.query)
          actions.openFigure(
            `${displayText(row.label)}: ${displayText(chart.columns[lane])}`,
            cell.query,
            twinText(heatCell(cell, chart.unit)),
            cell.origin,
          );
      }}
      highlight={(cursor) => <span className={styles.cell} style={{ ...corner(cursor), ...drawing?.cell }} />}
    >
      {canvas}
    </Stage>
  );
}
