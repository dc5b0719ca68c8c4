import { useMemo, useRef } from 'react';
import { displayText } from '../../main/contract/format.ts';
import type { PyramidChart as PyramidModel } from '../../main/contract/page.ts';
import type { Palette } from '../../main/contract/drawing/palette.ts';
import { usePalette } from '../theme/use-palette.ts';
import { useChartActions } from './chart-actions.ts';
import type { Size, Type } from '../../main/contract/drawing/frame.ts';
import { bandText, drawPyramid, type PyramidDrawing } from './pyramid-layout.ts';
import { Stage } from './stage.tsx';
import { TextBlock } from './text-block.tsx';
import { useSize } from './use-chart.ts';
import styles from './drawing.module.css';

const SIDES = [0, 1] as const;

/** Bars to both sides of one axis, by band; a band and a side are chosen with pointer or arrow keys. */
export function PyramidChart({ chart, type }: { chart: PyramidModel; type: Type }) {
  const box = useRef<HTMLDivElement>(null);
  const palette = usePalette();
  const actions = useChartActions();
  const size = useSize(box);
  const drawing = useMemo(() => size && drawPyramid(chart, size, type), [chart, size, type]);
  const canvas = (
    <div ref={box} className={styles.drawing}>
      {size && drawing && <PyramidFigure chart={chart} drawing={drawing} palette={palette} size={size} type={type} />}
    </div>
  );
  if (!actions) return canvas;

  const bandAt = (index: number) => chart.bands[chart.bands.length - 1 - index];
  return (
    <Stage
      description={chart.description}
      extent={{ count: chart.bands.length, lanes: 2, along: 'y' }}
      hit={(px, py) => {
        if (!size || !drawing) return null;
        const index = Math.floor((py - drawing.top) / drawing.row);
        return index >= 0 && index < chart.bands.length ? { index, lane: px < size.width / 2 ? 0 : 1 } : null;
      }}
      place={({ index, lane }) => {
        const bar = drawing?.bands[index].bars[lane];
        return { x: bar ? (lane === 0 ? bar.x + bar.width : bar.x) : 0, y: drawing?.bands[index].y ?? 0, clear: 12 };
      }}
      read={({ index, lane }) => {
        const band = bandAt(index);
        return {
          heading: displayText(band.label),
          lines: chart.sides.map(({ label, role }, side) => ({
            label: displayText(label),
            value: bandText(band.values[side], chart),
            color: palette.mark[role],
            active: side === lane,
          })),
          remark: null,
          action: band.queries[lane] && 'Click opens the figure',
        };
      }}
      activate={({ index, lane }) => {
        const { label, queries, values } = bandAt(index);
        const query = queries[lane];
        if (query)
          actions.openFigure(
            `${displayText(label)}: ${displayText(chart.sides[lane].label)}`,
            query,
            bandText(values[lane], chart),
          );
      }}
      highlight={({ index }) => (
        <span
          className={styles.column}
          style={{ left: 0, right: 0, top: (drawing?.top ?? 0) + index * (drawing?.row ?? 0), height: drawing?.row }}
        />
      )}
    >
      {canvas}
    </Stage>
  );
}

type Props = { chart: PyramidModel; drawing: PyramidDrawing; palette: Palette; size: Size; type: Type };

function PyramidFigure({ chart, drawing, palette, size, type }: Props) {
  const { base, top, heads, headX, bands } = drawing;
  return (
    <svg width={size.width} height={size.height}>
      {SIDES.map((side) => (
        <g key={side}>
          <TextBlock
            lines={heads[side]}
            x={headX[side]}
            y={(top - 8) / 2}
            size={type.label}
            fill={palette.text[chart.sides[side].role]}
            anchor={side === 0 ? 'end' : 'start'}
            weight={600}
          />
          {bands.map(({ band, y, axis, bars }) => {
            const bar = bars[side];
            return (
              <g key={band}>
                <line x1={base[side]} x2={base[side]} y1={axis.from} y2={axis.to} stroke={palette.axis} />
                <rect
                  x={bar.x}
                  y={y - bar.height / 2}
                  width={bar.width}
                  height={bar.height}
                  fill={palette.mark[chart.sides[side].role]}
                />
                <TextBlock
                  lines={[bar.text]}
                  x={bar.textX}
                  y={y}
                  size={type.axis}
                  fill={bar.absent ? palette.muted : palette.text[chart.sides[side].role]}
                  anchor={side === 0 ? 'end' : 'start'}
                  weight={bar.absent ? 400 : 600}
                />
              </g>
            );
          })}
        </g>
      ))}
      {bands.map(({ band, labelY, label }) => (
        <TextBlock
          key={band}
          lines={label}
          x={(base[0] + base[1]) / 2}
          y={labelY}
          size={type.axis}
          fill={palette.ink}
          anchor="middle"
        />
      ))}
    </svg>
  );
}
