import { useMemo, useRef } from 'react';
import { displayText, formatMonth, formatValue } from '../../main/contract/format.ts';
import type { SeriesChart as SeriesModel } from '../../main/contract/page.ts';
import { shiftMonth } from '../filters/months.ts';
import { usePalette } from '../theme/use-palette.ts';
import { useChartActions } from './chart-actions.ts';
import type { Cursor } from './cursor.ts';
import { edgeX, valueY, type Type } from '../../main/contract/drawing/frame.ts';
import type { Reading } from './readout.tsx';
import { drawSeries } from './series-option.ts';
import { Stage } from './stage.tsx';
import { useChart, useSize } from './use-chart.ts';
import styles from './drawing.module.css';

/** Monthly lines; a month and a line are chosen with pointer or arrow keys. */
export function SeriesChart({ chart, type }: { chart: SeriesModel; type: Type }) {
  const box = useRef<HTMLDivElement>(null);
  const palette = usePalette();
  const actions = useChartActions();
  const size = useSize(box);
  const drawing = useMemo(() => size && drawSeries(chart, palette, size, type), [chart, palette, size, type]);
  useChart(box, drawing?.option ?? null, size);
  const canvas = <div ref={box} className={styles.drawing} />;
  if (!actions) return canvas;

  const months = chart.months.length;
  const x = (index: number): number => (size && drawing ? edgeX(index, months, drawing.plot, size) : 0);
  const y = ({ index, lane }: Cursor): number => {
    const value = chart.series[lane]?.actual[index] ?? null;
    if (!size || !drawing) return 0;
    return value === null ? drawing.plot.top : valueY(value, drawing.scale, drawing.plot, size);
  };
  const hit = (px: number, py: number): Cursor | null => {
    if (!size || !drawing || months === 0) return null;
    if (px < drawing.plot.left - 12 || px > size.width - drawing.plot.right + 12) return null;
    const share = (px - drawing.plot.left) / Math.max(1, size.width - drawing.plot.left - drawing.plot.right);
    const index = Math.min(months - 1, Math.max(0, Math.round(share * (months - 1))));
    const lanes = chart.series.map((_, lane) => Math.abs(y({ index, lane }) - py));
    return { index, lane: Math.max(0, lanes.indexOf(Math.min(...lanes))) };
  };
  const read = ({ index, lane }: Cursor): Reading => {
    const format = (value: number | null) =>
      value === null ? 'no data' : formatValue(value, chart.unit, { currency: chart.currency });
    const series = chart.series[lane];
    return {
      heading: formatMonth(chart.months[index]),
      lines: chart.series.flatMap((one, at) => [
        {
          label: displayText(one.label),
          value: format(one.actual[index] ?? null),
          color: palette.mark[one.role],
          active: at === lane,
        },
        ...(one.prior
          ? [
              {
                label: `${displayText(one.label)}, prior year`,
                value: format(one.prior[index] ?? null),
                color: palette.prior[one.role],
                active: false,
              },
            ]
          : []),
      ]),
      remark: remarkOn(series, index, format),
      action: series?.query ? 'Click opens the figure' : null,
    };
  };
  return (
    <Stage
      description={chart.description}
      extent={{ count: months, lanes: chart.series.length, along: 'x' }}
      hit={hit}
      place={(cursor) => ({ x: x(cursor.index), y: y(cursor), clear: 14 })}
      read={read}
      activate={({ index, lane }) => {
        const month = chart.months[index];
        const series = chart.series[lane];
        if (!series.query) return;
        actions.openFigure(
          `${series.label}, ${formatMonth(month)}`,
          { ...series.query, from: shiftMonth(month, 1 - (series.span ?? 1)), to: month },
          formatValue(series.actual[index] ?? null, chart.unit, { currency: chart.currency }),
        );
      }}
      highlight={(cursor) => (
        <>
          <span
            className={styles.rule}
            style={{ left: x(cursor.index), top: drawing?.plot.top, bottom: drawing?.plot.bottom }}
          />
          {chart.series[cursor.lane]?.actual[cursor.index] != null && (
            <span
              className={styles.ring}
              style={{
                left: x(cursor.index),
                top: y(cursor),
                borderColor: palette.mark[chart.series[cursor.lane].role],
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

function remarkOn(
  series: SeriesModel['series'][number],
  index: number,
  format: (value: number | null) => string,
): string | null {
  const signal = series.signals.find((one) => one.index === index);
  const limits = series.limits && `Natural limits ${format(series.limits.lower)} to ${format(series.limits.upper)}`;
  return [signal && displayText(signal.text), limits].filter(Boolean).join('. ') || null;
}
