import { useEffect, useRef, type ReactNode } from 'react';
import type { DecisionPart } from '../../main/contract/decisions.ts';
import { failureOf } from '../api.ts';
import { FailureNote } from '../shell/failure-note.tsx';
import place from '../shell/place.module.css';
import controls from '../theme/controls.module.css';
import styles from './part.module.css';
import { PART_NOTES, PART_TITLES } from './parts.ts';

type Props = {
  part: DecisionPart;
  /** What led to this part, each time anew: it comes into sight with the focus on its heading; null where nothing did. */
  ledBy: object | null;
  /** Answers that the part cannot be shown without. */
  query: { isError: boolean; error: unknown; refetch: () => unknown };
  /** What stands beside the heading. */
  tools?: ReactNode;
  children: ReactNode;
};

/** One part of the decisions, under its heading. */
export function Part({ part, ledBy, query, tools, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (ledBy === null) return;
    section.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [ledBy]);
  return (
    <section className={styles.part} aria-labelledby={`decisions-${part}`} ref={section}>
      <header className={styles.head}>
        <div>
          <h2 id={`decisions-${part}`} className={place.section} tabIndex={-1} ref={heading}>
            {PART_TITLES[part]}
          </h2>
          <p className={controls.muted}>{PART_NOTES[part]}</p>
        </div>
        {tools}
      </header>
      {query.isError ? (
        <FailureNote
          failure={failureOf(query.error)}
          level={2}
          action={{ label: 'Try again', run: () => void query.refetch() }}
        />
      ) : (
        children
      )}
    </section>
  );
}
