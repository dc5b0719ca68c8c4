import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import styles from './measured.module.css';

type Props = {
  /** Draws the pieces at their final width; each is a child of one element and gets measured. */
  sample: ReactNode;
  /** Which children count, relative to the sample. */
  selector: string;
  children: (heights: number[]) => ReactNode;
};

/** Lays pieces out unseen, measures them, then draws what the heights lead to. Both happen before anything is printed. */
export function Measured({ sample, selector, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [heights, setHeights] = useState<number[] | null>(null);
  useLayoutEffect(() => {
    const pieces = [...box.current!.querySelectorAll(selector)];
    setHeights(pieces.map((piece) => piece.getBoundingClientRect().height));
  }, [selector]);
  if (heights) return children(heights);
  return (
    <div ref={box} className={styles.sample}>
      {sample}
    </div>
  );
}
