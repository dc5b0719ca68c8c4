import type { MultiplesChart } from '../../main/contract/page.ts';
import type { Palette } from '../../main/contract/drawing/palette.ts';
import type { Size, Type } from '../../main/contract/drawing/frame.ts';
import type { MultiplesDrawing } from '../../main/contract/drawing/multiples-layout.ts';
import { TextBlock } from './text-block.tsx';

type Props = { chart: MultiplesChart; drawing: MultiplesDrawing; palette: Palette; size: Size; type: Type };

/** The drawing of small multiples: names of the groups at the left, panels with title, bars and note. */
export function MultiplesFigure({ chart, drawing, palette, size, type }: Props) {
  const roles = chart.groups.map(({ role }) => role);
  return (
    <svg width={size.width} height={size.height}>
      {drawing.names.map(({ x, y, lines, group }, index) => (
        <TextBlock
          key={index}
          lines={lines}
          x={x}
          y={y}
          size={type.axis}
          fill={palette.text[roles[group]]}
          anchor="end"
          weight={600}
        />
      ))}
      {drawing.panels.map((panel, index) => (
        <g key={index}>
          <TextBlock
            lines={panel.title}
            x={panel.x}
            y={panel.titleY}
            size={type.label}
            fill={palette.ink}
            weight={600}
          />
          {panel.bars.map((bar, group) => (
            <g key={group}>
              {!bar.absent && (
                <rect
                  x={bar.x}
                  y={bar.y - drawing.bar / 2}
                  width={Math.max(1, bar.width)}
                  height={drawing.bar}
                  fill={palette.mark[roles[group]]}
                />
              )}
              <TextBlock
                lines={[bar.text]}
                x={bar.textX}
                y={bar.y}
                size={type.axis}
                fill={bar.absent ? palette.muted : palette.text[roles[group]]}
                weight={bar.absent ? 400 : 600}
              />
            </g>
          ))}
          <line x1={panel.base} x2={panel.base} y1={panel.top} y2={panel.bottom} stroke={palette.axis} />
          <TextBlock lines={panel.note} x={panel.x} y={panel.noteY} size={type.axis} fill={palette.muted} />
        </g>
      ))}
    </svg>
  );
}
