import { useId, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { moveCursor, type Cursor, type Extent } from './cursor.ts';
import { Readout, readoutSentence, type Place, type Reading } from './readout.tsx';
import styles from './stage.module.css';
import { useSize } from './use-chart.ts';

type Props = {
  /** What the chart shows, as a sentence. */
  description: string;
  extent: Extent;
  /** The mark under a point, in pixels from the top left. */
  hit: (x: number, y: number) => Cursor | null;
  /** Where the readout points to. */
  place: (cursor: Cursor) => Place;
  read: (cursor: Cursor) => Reading;
  /** The mark's own action: narrow where it can, else its figure. With Shift always the figure. */
  activate: (cursor: Cursor, figure: boolean) => void;
  /** Drawn over the chart at the cursor. */
  highlight: (cursor: Cursor) => ReactNode;
  children: ReactNode;
};

/**
 * Gives a drawing a data cursor: the pointer or the arrow keys go from mark to mark, a readout says the values,
 * Enter or a click acts on the mark. The drawing itself is hidden from screen readers, which get sentences instead.
 */
export function Stage({ description, extent, hit, place, read, activate, highlight, children }: Props) {
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [spoken, setSpoken] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const hint = useId();
  const shown = cursor && cursor.index < extent.count && cursor.lane < extent.lanes ? cursor : null;

  const at = (event: PointerEvent): Cursor | null => {
    const bounds = box.current!.getBoundingClientRect();
    return hit(event.clientX - bounds.left, event.clientY - bounds.top);
  };
  const onPointerMove = (event: PointerEvent): void => {
    const next = at(event);
    setCursor((before) => (before?.index === next?.index && before?.lane === next?.lane ? before : next));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.key === 'Enter' || event.key === ' ') && shown) {
      event.preventDefault();
      activate(shown, event.shiftKey);
      return;
    }
    const next = moveCursor(shown, event.key, extent);
    if (next === null) return;
    event.preventDefault();
    setCursor(next);
    setSpoken(readoutSentence(read(next)));
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application takes keys by definition
    <div
      ref={box}
      className={styles.stage}
      role="application"
      aria-roledescription="chart"
      aria-label={description}
      aria-describedby={hint}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setCursor(null)}
      onBlur={() => setCursor(null)}
      onClick={() => shown && activate(shown, false)}
      data-active={shown !== null || undefined}
    >
      <div className={styles.drawing} aria-hidden="true">
        {children}
      </div>
      {shown && size && (
        <div className={styles.overlay} aria-hidden="true">
          {highlight(shown)}
          <Readout reading={read(shown)} at={place(shown)} within={size} />
        </div>
      )}
      <p id={hint} className="visually-hidden">
        Arrow keys read the values. Enter acts on the value, Shift and Enter opens its figure.
      </p>
      <p className="visually-hidden" aria-live="polite">
        {spoken}
      </p>
    </div>
  );
}
