import type { Size } from '../../main/contract/drawing/frame.ts';
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

/** Where a mark is, and how far a card must stand off to leave it free. */
export type Place = { x: number; y: number; clear: number };

type Props = { reading: Reading; at: Place; within: Size };

/**
 * A small card beside the mark: at its right in the left half of the chart, at its left in the other, and shifted up by as much of
 * its own height as the mark is down the chart, which keeps it inside without being measured.
 */
export function Readout({ reading, at, within }: Props) {
  const side = at.x < within.width / 2 ? { left: at.x + at.clear } : { right: within.width - at.x + at.clear };
  const down = Math.min(1, Math.max(0, at.y / within.height));
  return (
    <div className={styles.card} style={{ ...side, top: at.y, transform: `translateY(${-down * 100}%)` }}>
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
