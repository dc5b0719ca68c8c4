import type { DotsChart } from '../../main/contract/page.ts';
import type { Palette } from '../../main/contract/drawing/palette.ts';
import type { KeyItem } from '../../main/contract/drawing/dots-key.ts';
import type { DotsDrawing, DotsRow } from '../../main/contract/drawing/dots-layout.ts';
import type { Size, Type } from '../../main/contract/drawing/frame.ts';
import { TextBlock } from './text-block.tsx';

type Props = { chart: DotsChart; drawing: DotsDrawing; palette: Palette; size: Size; type: Type };

/** The drawing of rows of dots: the key, the scale above, then a row a name. */
export function DotsFigure({ chart, drawing, palette, size, type }: Props) {
  const { plot, rows, row } = drawing;
  return (
    <svg width={size.width} height={size.height}>
      {drawing.key.map((item) => (
        <Key key={item.mark} item={item} palette={palette} drawing={drawing} type={type} />
      ))}
      {drawing.ticks.map(({ x, text }) => (
        <g key={text}>
          <line x1={x} x2={x} y1={plot.top - 2} y2={plot.top + row * rows.length} stroke={palette.grid} />
          <TextBlock lines={[text]} x={x} y={drawing.axisY} size={type.axis} fill={palette.muted} anchor="middle" />
        </g>
      ))}
      {rows.map((each, index) => (
        <Row key={index} row={each} tone={chart.rows[index].tone} drawing={drawing} palette={palette} type={type} />
      ))}
    </svg>
  );
}

type RowProps = { row: DotsRow; tone: keyof Palette['tone']; drawing: DotsDrawing; palette: Palette; type: Type };

function Row({ row, tone, drawing, palette, type }: RowProps) {
  const { y, now, before, target, band, interval, text, label } = row;
  const { plot, radius } = drawing;
  const high = Math.min(15, drawing.row * 0.36);
  return (
    <g>
      <TextBlock lines={label} x={plot.left - 12} y={y} size={type.label} fill={palette.ink} anchor="end" />
      {band && <rect x={band.x} y={y - high * 0.9} width={band.width} height={high * 1.8} fill={palette.noise} />}
      {now !== null && before !== null && (
        <line x1={before} x2={now} y1={y} y2={y} stroke={palette.axis} strokeWidth={type.line} />
      )}
      {interval && <Whisker {...interval} y={y} high={high * 0.5} color={palette.tone[tone]} />}
      {before !== null && <Hollow x={before} y={y} radius={radius - 1} palette={palette} />}
      {target !== null && (
        <line x1={target} x2={target} y1={y - high} y2={y + high} stroke={palette.ink} strokeWidth={1.6} />
      )}
      {now !== null && <circle cx={now} cy={y} r={radius} fill={palette.tone[tone]} />}
      <TextBlock
        lines={text.lines}
        x={text.x}
        y={y}
        size={now === null ? type.axis : type.label}
        fill={now === null ? palette.muted : palette.ink}
        anchor={text.anchor}
        weight={now === null ? 400 : 600}
      />
    </g>
  );
}

function Hollow({ x, y, radius, palette }: { x: number; y: number; radius: number; palette: Palette }) {
  return <circle cx={x} cy={y} r={radius} fill={palette.paper} stroke={palette.muted} strokeWidth={1.8} />;
}

function Whisker({ from, to, y, high, color }: { from: number; to: number; y: number; high: number; color: string }) {
  return (
    <path
      d={`M${from} ${y - high}V${y + high}M${from} ${y}H${to}M${to} ${y - high}V${y + high}`}
      fill="none"
      stroke={color}
      strokeWidth={1.1}
    />
  );
}

function Key({ item, palette, drawing, type }: { item: KeyItem; palette: Palette; drawing: DotsDrawing; type: Type }) {
  const { y } = item;
  const radius = drawing.radius * 0.85;
  const x = item.x + item.width / 2;
  return (
    <g>
      {item.mark === 'now' && <circle cx={x} cy={y} r={radius} fill={palette.tone.neutral} />}
      {item.mark === 'worse' && <circle cx={x} cy={y} r={radius} fill={palette.tone.worse} />}
      {item.mark === 'before' && <Hollow x={x} y={y} radius={radius - 1} palette={palette} />}
      {item.mark === 'target' && <line x1={x} x2={x} y1={y - 7} y2={y + 7} stroke={palette.ink} strokeWidth={1.6} />}
      {item.mark === 'interval' && (
        <Whisker from={item.x} to={item.x + item.width} y={y} high={4} color={palette.tone.neutral} />
      )}
      {item.mark === 'band' && <rect x={item.x} y={y - 6} width={item.width} height={12} fill={palette.noise} />}
      <TextBlock lines={[item.text]} x={item.textX} y={y} size={type.axis} fill={palette.muted} />
    </g>
  );
}
