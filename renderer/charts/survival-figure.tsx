import { displayText } from '../../main/contract/format.ts';
import type { SurvivalChart } from '../../main/contract/page.ts';
import type { Palette } from '../../main/contract/drawing/palette.ts';
import type { Size, Type } from '../../main/contract/drawing/frame.ts';
import { AT_RISK, dashOf, NAME_GAP, SWATCH, type SurvivalDrawing } from './survival-layout.ts';
import { TextBlock } from './text-block.tsx';

type Props = { chart: SurvivalChart; drawing: SurvivalDrawing; palette: Palette; size: Size; type: Type };

/** The drawing of survival curves: bands beneath curves, names at their ends, the rows at risk beneath the axis. */
export function SurvivalFigure({ chart, drawing, palette, size, type }: Props) {
  const { plot, axisY } = drawing;
  const right = size.width - plot.right;
  return (
    <svg width={size.width} height={size.height}>
      {drawing.levels.map(({ y, text }) => (
        <g key={text}>
          <line x1={plot.left} x2={right} y1={y} y2={y} stroke={palette.grid} />
          <TextBlock lines={[text]} x={plot.left - 8} y={y} size={type.axis} fill={palette.muted} anchor="end" />
        </g>
      ))}
      <line x1={plot.left} x2={right} y1={axisY} y2={axisY} stroke={palette.axis} />
      <TextBlock
        lines={[displayText(chart.timeUnit)]}
        x={right + drawing.beside}
        y={axisY + type.axis * 1.2}
        size={type.axis}
        fill={palette.muted}
      />
      {drawing.ticks.map(({ index, x, text }) => (
        <g key={index}>
          <line x1={x} x2={x} y1={axisY} y2={axisY + 4} stroke={palette.axis} />
          <TextBlock
            lines={[text]}
            x={x}
            y={axisY + type.axis * 1.2}
            size={type.axis}
            fill={palette.muted}
            anchor="middle"
          />
        </g>
      ))}
      {chart.curves.map(({ id, role }, index) =>
        drawing.curves[index].bands.map((band) => (
          <path
            key={`${id} ${band}`}
            d={band}
            fill={palette.mark[role]}
            opacity={palette.bandOpacity * (drawing.curves.length > 2 ? 1 : 1.4)}
          />
        )),
      )}
      {chart.curves.map(({ id, role }, index) => {
        const { path, dash, end } = drawing.curves[index];
        return (
          <g key={id}>
            <path d={path} fill="none" stroke={palette.mark[role]} strokeWidth={type.line} strokeDasharray={dash} />
            {end && (
              <>
                <Leader from={end} to={{ x: right + 7, y: end.labelY }} color={palette.axis} />
                <circle cx={end.x} cy={end.y} r={type.point / 2 + 0.5} fill={palette.mark[role]} />
                <TextBlock
                  lines={end.label}
                  x={right + NAME_GAP}
                  y={end.labelY}
                  size={type.label}
                  fill={palette.text[role]}
                  weight={600}
                />
              </>
            )}
          </g>
        );
      })}
      <RowsAtRisk chart={chart} drawing={drawing} palette={palette} size={size} type={type} />
    </svg>
  );
}

/** Ties a name to an end that it had to move away from, or that lies before the end of the axis. */
function Leader({ from, to, color }: { from: { x: number; y: number }; to: { x: number; y: number }; color: string }) {
  if (to.x - from.x < 12 && Math.abs(to.y - from.y) < 5) return null;
  return <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} stroke={color} strokeWidth={1} strokeDasharray="1.5 2.5" />;
}

function RowsAtRisk({ chart, drawing, palette, size, type }: Props) {
  const names = size.width - drawing.plot.right + drawing.beside;
  const { titleY, rows } = drawing.risk;
  return (
    <>
      <TextBlock lines={[AT_RISK]} x={0} y={titleY} size={type.axis} fill={palette.muted} weight={600} />
      {chart.curves.map(({ id, role }, index) => {
        const { y, label, cells } = rows[index];
        return (
          <g key={id}>
            {label !== null && (
              <>
                <line
                  x1={names}
                  x2={names + SWATCH - 5}
                  y1={y}
                  y2={y}
                  stroke={palette.mark[role]}
                  strokeWidth={type.line}
                  strokeDasharray={dashOf(index)}
                />
                <TextBlock lines={[label]} x={names + SWATCH} y={y} size={type.axis} fill={palette.text[role]} />
              </>
            )}
            {drawing.ticks.map((tick) => (
              <TextBlock
                key={tick.index}
                lines={[cells[tick.index]]}
                x={tick.x}
                y={y}
                size={type.axis}
                fill={palette.ink}
                anchor="middle"
              />
            ))}
          </g>
        );
      })}
    </>
  );
}
