import { useRef } from 'react';
import { displayText, formatValue } from '../../main/contract/format.ts';
import type { PairsChart as PairsModel } from '../../main/contract/page.ts';
import { usePalette } from '../theme/use-palette.ts';
import { useChartActions } from './chart-actions.ts';
import type { Cursor } from './cursor.ts';
import { barWidth, pairsExtent } from './pairs-layout.ts';
import styles from './pairs-chart.module.css';
import { Stage } from './stage.tsx';

/** Horizontal bars in pairs on one scale. Plain boxes: sharp at any size, and names wrap as text does. */
export function PairsChart({ chart }: { chart: PairsModel }) {
  const palette = usePalette();
  const actions = useChartActions();
  const list = useRef<HTMLDivElement>(null);
  const extent = pairsExtent(chart);
  const named = chart.bars.findIndex((bar) => bar.values.some((value) => value !== null));
  const negative = extent.min < 0;
  const bars = (
    <div className={styles.box}>
      <p className={styles.key}>
        {chart.measures.map((measure) => (
          <span key={measure.label} style={{ color: palette.text[measure.role] }}>
            <span className={styles.swatch} style={{ background: palette.mark[measure.role] }} />{' '}
            {displayText(measure.label)}
          </span>
        ))}
      </p>
      <div
        className={styles.bars}
        ref={list}
        data-rows={chart.bars.length > 8 ? 'many' : chart.bars.length < 4 ? 'few' : undefined}
      >
        {chart.bars.map((bar, row) => (
          <div key={`${row} ${bar.label}`} className={styles.row}>
            <div className={styles.name}>{displayText(bar.label)}</div>
            <div className={styles.pair}>
              {chart.measures.map((measure, lane) => {
                const value = bar.values[lane] ?? null;
                return (
                  <div key={measure.label} className={styles.lane}>
                    {value !== null && negative && (
                      <span
                        className={styles.spacer}
                        style={{ width: barWidth({ ...extent, value: Math.min(0, extent.min - Math.min(0, value)) }) }}
                      />
                    )}
                    {value !== null && (
                      <span
                        className={styles.bar}
                        style={{ width: barWidth({ ...extent, value }), background: palette.mark[measure.role] }}
                      />
                    )}
                    <span
                      className={`${styles.value} number`}
                      data-absent={value === null || undefined}
                      style={{ color: value === null ? palette.muted : palette.text[measure.role] }}
                    >
                      {formatValue(value, chart.unit)}
                      {row === named && <span className={styles.measure}> {displayText(measure.label)}</span>}
                    </span>
                  </div>
                );
              })}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
  if (!actions) return bars;

  const rowBox = (index: number): { top: number; height: number } => {
    const row = list.current?.children[index] as HTMLElement | undefined;
    return { top: (list.current?.offsetTop ?? 0) + (row?.offsetTop ?? 0), height: row?.offsetHeight ?? 0 };
  };
  const hit = (_: number, y: number): Cursor | null => {
    const index = chart.bars.findIndex((__, row) => y >= rowBox(row).top && y < rowBox(row).top + rowBox(row).height);
    if (index < 0) return null;
    const { top, height } = rowBox(index);
    return {
      index,
      lane: Math.min(chart.measures.length - 1, Math.floor(((y - top) / height) * chart.measures.length)),
    };
  };
  return (
    <Stage
      description={chart.description}
      extent={{ count: chart.bars.length, lanes: chart.measures.length, along: 'y' }}
      hit={hit}
      place={({ index }) => ({
        x: list.current?.clientWidth ?? 0,
        y: rowBox(index).top + rowBox(index).height / 2,
        clear: 0,
      })}
      read={({ index, lane }) => {
        const bar = chart.bars[index];
        return {
          heading: displayText(bar.label),
          lines: chart.measures.map((measure, at) => ({
            label: displayText(measure.label),
            value: formatValue(bar.values[at] ?? null, chart.unit),
            color: palette.mark[measure.role],
            active: at === lane,
          })),
          remark: null,
          action: bar.narrow
            ? `Click narrows to ${displayText(bar.narrow.label)}`
            : bar.query
              ? 'Click opens the figure'
              : null,
        };
      }}
      activate={({ index, lane }, figure) => {
        const bar = chart.bars[index];
        if (bar.narrow && !figure) actions.narrow(bar.narrow);
        else if (bar.query) {
          const value = formatValue(bar.values[lane] ?? null, chart.unit);
          actions.openFigure(displayText(bar.label), bar.query, value, bar.origin);
        }
      }}
      highlight={({ index }) => <span className={styles.highlight} style={rowBox(index)} />}
    >
      {bars}
    </Stage>
  );
}
