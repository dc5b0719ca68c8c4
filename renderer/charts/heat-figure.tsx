import { displayText } from '../../main/contract/format.ts';
import type { HeatChart } from '../../main/contract/page.ts';
import { SIZE } from '../../main/contract/twins/heat-table.ts';
import type { Palette } from '../../main/contract/drawing/palette.ts';
import { axisText } from '../../main/contract/drawing/axis-text.ts';
import type { Size, Type } from '../../main/contract/drawing/frame.ts';
import { shadeOf, valueSize, type HeatDrawing } from '../../main/contract/drawing/heat-layout.ts';
import { textWidth, wrapLabel } from '../../main/contract/drawing/labels.ts';
import { TextBlock } from './text-block.tsx';
import { LEADING } from '../../main/contract/drawing/labels.ts';

type Props = { chart: HeatChart; drawing: HeatDrawing; palette: Palette; size: Size; type: Type };

/** The drawing of a heat table: names and sizes of rows, shaded cells, the key to the shading beneath. */
export function HeatFigure({ chart, drawing, palette, size, type }: Props) {
  const { left, top, cell, values, sizeX } = drawing;
  const headY = top - 5 - (type.axis * LEADING) / 2;
  const printed = valueSize(cell.height, type);
  return (
    <svg width={size.width} height={size.height}>
      <TextBlock lines={[displayText(chart.rowTitle)]} x={0} y={headY} size={type.axis} fill={palette.muted} />
      {!chart.sizeless && (
        <TextBlock lines={[SIZE]} x={sizeX} y={headY} size={type.axis} fill={palette.muted} anchor="end" />
      )}
      {drawing.columns.map(({ x, lines }, index) => (
        <TextBlock
          key={index}
          lines={lines}
          x={x}
          y={top - 5 - (lines.length * type.axis * LEADING) / 2}
          size={type.axis}
          fill={palette.muted}
          anchor="middle"
        />
      ))}
      {drawing.rows.map(({ y, label, size: people, absence }, row) => (
        <g key={row}>
          <TextBlock lines={[label]} x={0} y={y} size={drawing.size} fill={palette.ink} />
          {people !== '' && (
            <TextBlock lines={[people]} x={sizeX} y={y} size={drawing.size} fill={palette.muted} anchor="end" />
          )}
          {absence !== null && (
            <TextBlock
              lines={wrapLabel(absence, size.width - left - 8, drawing.size, 1)}
              x={left + 8}
              y={y}
              size={drawing.size}
              fill={palette.muted}
            />
          )}
          {chart.rows[row].cells.map(({ value }, column) =>
            value === null ? null : (
              <rect
                key={column}
                x={left + column * cell.width + 0.5}
                y={y - cell.height / 2 + 0.5}
                width={Math.max(1, cell.width - 1)}
                height={Math.max(1, cell.height - 1)}
                fill={shadeOf(value, chart.scale, palette)}
              />
            ),
          )}
          {values?.[row].map((text, column) =>
            text === null ? null : (
              <TextBlock
                key={column}
                lines={[text]}
                x={left + (column + 0.5) * cell.width}
                y={y}
                size={printed}
                fill={palette.ink}
                anchor="middle"
              />
            ),
          )}
        </g>
      ))}
      <Key chart={chart} drawing={drawing} palette={palette} size={size} type={type} />
    </svg>
  );
}

const STEPS = 9;
const STEP_WIDTH = 9;

function Key({ chart, drawing, palette, size, type }: Props) {
  const { from, to } = chart.scale;
  const y = drawing.top + drawing.shown * drawing.cell.height + type.axis * 1.5;
  const [low, high] = axisText([from, to], chart.unit, null);
  const bar = textWidth(low, type.axis) + 8;
  const after = bar + STEPS * STEP_WIDTH + 7;
  const notes = after + textWidth(high, type.axis) + 20;
  return (
    <>
      <TextBlock lines={[low]} x={0} y={y} size={type.axis} fill={palette.muted} />
      {Array.from({ length: STEPS }, (_, step) => (
        <rect
          key={step}
          x={bar + step * STEP_WIDTH}
          y={y - 5}
          width={STEP_WIDTH}
          height={10}
          fill={shadeOf(from + ((to - from) * step) / (STEPS - 1), chart.scale, palette)}
        />
      ))}
      <TextBlock lines={[high]} x={after} y={y} size={type.axis} fill={palette.muted} />
      <TextBlock
        lines={wrapLabel(drawing.notes.join('. '), size.width - notes, type.axis, 1)}
        x={notes}
        y={y}
        size={type.axis}
        fill={palette.muted}
      />
    </>
  );
}
