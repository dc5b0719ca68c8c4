import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import styles from './readout.module.css';

/** What a mark says: a heading, its values, and a remark such as a signal. */
export type Reading = {
  heading: string;
  lines: { label: string; value: string; color: string | null; active: boolean }[];
  remark: string | null;
  /** What a click does, e.g. "Click narrows to RN". */
  action: string | null;
};

/** The reading as one sentence for a live region; the active value comes first. */
export function readoutSentence({ heading, lines, remark }: Reading): string {
  const ordered = [...lines].sort((a, b) => Number(b.active) - Number(a.active));
  const values = ordered.map((line) => `${line.label} ${line.value}`).join(', ');
  return [heading, values, remark].filter(Boolean).join('. ');
}

type Props = { reading: Reading; at: { x: number; y: number }; within: RefObject<HTMLElement | null> };

/** A small card beside the mark, kept within the chart. */
export function Readout({ reading, at, within }: Props) {
  const card = useRef<HTMLDivElement>(null);
  const [shift, setShift] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const { offsetWidth: width, offsetHeight: height } = card.current!;
    const room = { width: within.current!.clientWidth, height: within.current!.clientHeight };
    const left = at.x + 14 + width <= room.width ? at.x + 14 : at.x - 14 - width;
    const top = Math.min(Math.max(0, at.y - height / 2), Math.max(0, room.height - height));
    setShift({ left: Math.max(0, Math.min(left, room.width - width)), top });
  }, [at.x, at.y, reading, within]);
  return (
    <div ref={card} className={styles.card} style={shift}>
      <p className={styles.heading}>{reading.heading}</p>
      <table className={`${styles.values} number`}>
        <tbody>
          {reading.lines.map((line) => (
            <tr key={line.label} data-active={line.active || undefined}>
              <td>
                {line.color && <span className={styles.swatch} style={{ background: line.color }} />}
                {line.label}
              </td>
              <td>{line.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {reading.remark && <p className={styles.remark}>{reading.remark}</p>}
      {reading.action && <p className={styles.action}>{reading.action}</p>}
    </div>
  );
}
