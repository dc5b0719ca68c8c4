import { useMemo, useRef } from 'react';
import { displayText, formatNumber, formatValue } from '../../main/contract/format.ts';
import type { SurvivalChart as SurvivalModel } from '../../main/contract/page.ts';
import { standingAt } from '../../main/contract/drawing/survival-curve.ts';
import { standingCell } from '../../main/contract/twins/survival-table.ts';
import { usePalette } from '../theme/use-palette.ts';
import { useChartActions } from './chart-actions.ts';
import type { Cursor } from './cursor.ts';
import { valueY, type Type } from '../../main/contract/drawing/frame.ts';
import type { Reading } from './readout.tsx';
import { Stage } from './stage.tsx';
import { SurvivalFigure } from './survival-figure.tsx';
import { drawSurvival, timeX } from './survival-layout.ts';
import { twinText } from '../../main/contract/twins/twin-text.ts';
import { useSize } from './use-chart.ts';
import styles from './drawing.module.css';

/** Survival curves; a time under which numbers at risk stand, and a curve, are chosen with pointer or arrow keys. */
export function SurvivalChart({ chart, type }: { chart: SurvivalModel; type: Type }) {
  const box = useRef<HTMLDivElement>(null);
  const palette = usePalette();
  const actions = useChartActions();
  const size = useSize(box);
  const drawing = useMemo(() => size && drawSurvival(chart, size, type), [chart, size, type]);
  const canvas = (
    <div ref={box} className={styles.drawing}>
      {size && drawing && <SurvivalFigure chart={chart} drawing={drawing} palette={palette} size={size} type={type} />}
    </div>
  );
  if (!actions) return canvas;

  const x = (index: number): number => (size && drawing ? timeX(chart, drawing.plot, size)(chart.ticks[index]) : 0);
  const standing = ({ index, lane }: Cursor) => standingAt(chart.curves[lane], chart.ticks[index], chart.ticks);
  const y = (cursor: Cursor): number => {
    const at = standing(cursor);
    return size && drawing ? (at ? valueY(at.survival, drawing.scale, drawing.plot, size) : drawing.axisY) : 0;
  };
  const hit = (px: number, py: number): Cursor | null => {
    if (!size || !drawing || chart.ticks.length === 0) return null;
    const nearest = (distances: number[]): number => Math.max(0, distances.indexOf(Math.min(...distances)));
    const index = nearest(chart.ticks.map((_, tick) => Math.abs(x(tick) - px)));
    if (py > drawing.axisY + type.axis * 1.9)
      return { index, lane: nearest(drawing.risk.rows.map((row) => Math.abs(row.y - py))) };
    const named = px > size.width - drawing.plot.right + 6;
    return {
      index,
      lane: nearest(
        chart.curves.map((_, lane) =>
          Math.abs((named ? (drawing.curves[lane].end?.labelY ?? 0) : y({ index, lane })) - py),
        ),
      ),
    };
  };
  const read = ({ index, lane }: Cursor): Reading => {
    const { atRisk, narrow, query } = chart.curves[lane];
    const count = atRisk[index] ?? null;
    return {
      heading: `${formatNumber(chart.ticks[index])} ${displayText(chart.timeUnit)}`,
      lines: chart.curves.map((curve, at) => ({
        label: displayText(curve.label),
        value: twinText(standingCell(curve, chart.ticks[index], chart.ticks)),
        color: palette.mark[curve.role],
        active: at === lane,
      })),
      remark: count === null ? 'Number at risk not shown' : `${formatNumber(count)} at risk`,
      action: narrow ? `Click narrows to ${displayText(narrow.label)}` : query && 'Click opens the figure',
    };
  };
  return (
    <Stage
      description={chart.description}
      extent={{ count: chart.ticks.length, lanes: chart.curves.length, along: 'x' }}
      hit={hit}
      place={(cursor) => ({ x: x(cursor.index), y: y(cursor), clear: 14 })}
      read={read}
      activate={(cursor, figure) => {
        const { label, narrow, query } = chart.curves[cursor.lane];
        if (narrow && !figure) actions.narrow(narrow);
        else if (query)
          actions.openFigure(displayText(label), query, formatValue(standing(cursor)?.survival ?? null, 'share'));
      }}
      highlight={(cursor) => (
        <>
          <span
            className={styles.rule}
            style={{ left: x(cursor.index), top: drawing?.plot.top, bottom: drawing?.plot.bottom }}
          />
          {standing(cursor) && (
            <span
              className={styles.ring}
              style={{
                left: x(cursor.index),
                top: y(cursor),
                borderColor: palette.mark[chart.curves[cursor.lane].role],
              }}
            />
          )}
        </>
      )}
    >
      {canvas}
    </Stage>
  );
}
