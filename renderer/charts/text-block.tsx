import { LEADING } from '../../main/contract/drawing/labels.ts';

type Props = {
  lines: readonly string[];
  x: number;
  /** Height on which the block is centred. */
  y: number;
  size: number;
  fill: string;
  anchor?: 'start' | 'middle' | 'end';
  weight?: number;
};

/** From the middle of a line of Inter down to its base line, as a share of the type size. */
const BASE = 0.36;

/** Lines of text in a drawing, centred on a height. Baselines are set by hand: renderers disagree about the named ones. */
export function TextBlock({ lines, x, y, size, fill, anchor = 'start', weight = 400 }: Props) {
  const first = y - ((lines.length - 1) / 2) * size * LEADING + size * BASE;
  return (
    <text fontSize={size} fontWeight={weight} fill={fill} textAnchor={anchor}>
      {lines.map((line, index) => (
        <tspan key={index} x={x} y={first + index * size * LEADING}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
