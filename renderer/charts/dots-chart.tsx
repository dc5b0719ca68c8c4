import { useMemo, useRef } from 'react';
import { displayText } from '../../main/contract/format.ts';
import type { DotsChart as DotsModel } from '../../main/contract/page.ts';
import type { Palette } from '../../main/contract/drawing/palette.ts';
import { usePalette } from '../theme/use-palette.ts';
import { useChartActions } from './chart-actions.ts';
import { DotsFigure } from './dots-figure.tsx';
import { drawDots, scoreText } from '../../main/contract/drawing/dots-layout.ts';
import type { Type } from '../../main/contract/drawing/frame.ts';
import type { Reading } from './readout.tsx';
import { Stage } from './stage.tsx';
import { useSize } from './use-chart.ts';
import styles from './drawing.module.css';

/** One dot a row on a common scale; a row is chosen with pointer or arrow keys and opens its figure. */
export function DotsChart({ chart, type }: { chart: DotsModel; type: Type }) {
  const box = useRef<HTMLDivElement>(null);
  const palette = usePalette();
  const actions = useChartActions();
  const size = useSize(box);
  const drawing = useMemo(() => size && drawDots(chart, size, type), [chart, size, type]);
  const canvas = (
    <div ref={box} className={styles.drawing}>
      {size && drawing && <DotsFigure chart={chart} drawing={drawing} palette={palette} size={size} type={type} />}
    </div>
  );
  if (!actions) return canvas;

  return (
    <Stage
      description={chart.description}
      extent={{ count: chart.rows.length, lanes: 1, along: 'y' }}
      hit={(_, py) => {
        const index = drawing ? Math.floor((py - drawing.plot.top) / drawing.row) : -1;
        return index >= 0 && index < chart.rows.length ? { index, lane: 0 } : null;
      }}
      place={({ index }) => {
        const row = drawing?.rows[index];
        return { x: row?.now ?? row?.text.x ?? 0, y: row?.y ?? 0, clear: 40 };
      }}
      read={({ index }) => readRow(chart, index, palette)}
      activate={({ index }) => {
        const { label, query, now, origin } = chart.rows[index];
        if (query && now !== null) actions.openFigure(displayText(label), query, scoreText(now), origin);
      }}
      highlight={({ index }) => (
        <span
          className={styles.column}
          style={{
            left: 0,
            right: 0,
            top: (drawing?.plot.top ?? 0) + index * (drawing?.row ?? 0),
            height: drawing?.row,
          }}
        />
      )}
    >
      {canvas}
    </Stage>
  );
}

function readRow(chart: DotsModel, index: number, palette: Palette): Reading {
  const { label, now, before, target, band, interval, tone, absence, query } = chart.rows[index];
  const { labels } = chart;
  const line = (name: string | null, value: string | null, color: string | null = null, active = false) =>
    name === null || value === null ? [] : [{ label: displayText(name), value, color, active }];
  const score = (value: number | null): string | null => (value === null ? null : scoreText(value));
  return {
    heading: displayText(label),
    lines: [
      ...line(labels.now, score(now), palette.tone[tone], true),
      ...line('95% interval', interval && `${scoreText(interval.lower)} to ${scoreText(interval.upper)}`),
      ...line(labels.before, score(before)),
      ...line(labels.target, score(target)),
      ...line(labels.band, band && `${scoreText(band.from)} to ${scoreText(band.to)}`),
    ],
    remark:
      now === null
        ? displayText(absence ?? 'no data')
        : tone === 'worse'
          ? 'Short of the target by more than noise'
          : null,
    action: query && now !== null ? 'Click opens the figure' : null,
  };
}
