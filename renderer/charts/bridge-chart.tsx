import { useMemo, useRef } from 'react';
import { displayText } from '../../main/contract/format.ts';
import type { BridgeChart as BridgeModel } from '../../main/contract/page.ts';
import { usePalette } from '../theme/use-palette.ts';
import { spansOf } from '../../main/contract/drawing/bridge-levels.ts';
import { drawBridge, stepText } from './bridge-option.ts';
import { useChartActions } from './chart-actions.ts';
import type { Cursor } from './cursor.ts';
import { valueY, type Type } from '../../main/contract/drawing/frame.ts';
import type { Place } from './readout.tsx';
import { Stage } from './stage.tsx';
import { useChart, useSize } from './use-chart.ts';
import styles from './drawing.module.css';

/** A waterfall from one total to the next. */
export function BridgeChart({ chart, type }: { chart: BridgeModel; type: Type }) {
  const box = useRef<HTMLDivElement>(null);
  const palette = usePalette();
  const actions = useChartActions();
  const size = useSize(box);
  const drawing = useMemo(() => size && drawBridge(chart, palette, size, type), [chart, palette, size, type]);
  useChart(box, drawing?.option ?? null, size);
  const canvas = (
    <div className={styles.noted}>
      <div ref={box} className={styles.drawing} />
      {drawing?.cut && <p className={styles.cut}>Totals are cut at the break: the scale does not start at zero.</p>}
    </div>
  );
  if (!actions) return canvas;

  const count = chart.steps.length;
  const slot = size && drawing ? (size.width - drawing.plot.left - drawing.plot.right) / Math.max(1, count) : 0;
  const left = (index: number): number => (drawing?.plot.left ?? 0) + slot * index;
  const levels = spansOf(chart.steps);
  const middle = ({ index }: Cursor): Place => ({
    x: left(index) + slot / 2,
    y: size && drawing ? valueY(Math.max(levels[index].to, drawing.scale.min), drawing.scale, drawing.plot, size) : 0,
    clear: slot / 2 + 4,
  });
  return (
    <Stage
      description={chart.description}
      extent={{ count, lanes: 1, along: 'x' }}
      hit={(px) => {
        const index = slot > 0 && drawing ? Math.floor((px - drawing.plot.left) / slot) : -1;
        return index >= 0 && index < count ? { index, lane: 0 } : null;
      }}
      place={middle}
      read={({ index }) => {
        const step = chart.steps[index];
        return {
          heading: displayText(step.label),
          lines: [
            {
              label: step.total ? 'Total' : 'Change',
              value: stepText(step, chart),
              color: palette.mark[step.role],
              active: true,
            },
          ],
          remark: step.note && displayText(step.note),
          action: step.query && 'Click opens the figure',
        };
      }}
      activate={({ index }) => {
        const step = chart.steps[index];
        if (step.query) actions.openFigure(displayText(step.label), step.query, stepText(step, chart), step.origin);
      }}
      highlight={({ index }) => (
        <span
          className={styles.column}
          style={{ left: left(index), width: slot, top: 0, bottom: drawing?.plot.bottom }}
        />
      )}
    >
      {canvas}
    </Stage>
  );
}
