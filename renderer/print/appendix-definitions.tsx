import { Fragment } from 'react';
import type { DeckModel } from '../../main/contract/deck.ts';
import type { MetricDefinition } from '../../main/contract/figure.ts';
import { displayText } from '../../main/contract/format.ts';
import { AppendixHead } from './appendix-head.tsx';
import styles from './appendix.module.css';
import { Measured } from './measured.tsx';
import { fillColumns, inGroups } from '../../main/contract/paper/paginate.ts';
import { Sheet } from './sheet.tsx';
import { useReport } from './use-report.ts';

type Props = { deck: DeckModel; firstSheet: number; onSheets: (count: number) => void };

/** Height of a column under the heading, in pixels of the sheet. */
const COLUMN = 524;

type Part = { key: string; definition: MetricDefinition; edge: string | null; last: boolean };

/**
 * Two columns a sheet; a definition may go on in the next column between its edge cases, never within a sentence, and
 * with more than the last of them.
 */
export function AppendixDefinitions({ deck, firstSheet, onSheets }: Props) {
  const parts = deck.definitions.flatMap(partsOf);
  return (
    <Measured
      selector=":scope > div > *"
      sample={
        <div className={styles.column}>
          {parts.map((part) => (
            <PartView key={part.key} part={part} />
          ))}
        </div>
      }
    >
      {(heights) => {
        const pieces = parts.map((part, index) => ({
          height: heights[index],
          keepWithNext: !part.last && (part.edge === null || parts[index + 1].last),
        }));
        const sheets = inGroups(fillColumns(pieces, COLUMN), 2);
        return <Sheets sheets={sheets} parts={parts} deck={deck} firstSheet={firstSheet} onSheets={onSheets} />;
      }}
    </Measured>
  );
}

function Sheets({ sheets, parts, deck, firstSheet, onSheets }: Props & { sheets: number[][][]; parts: Part[] }) {
  useReport(sheets.length, onSheets);
  return sheets.map((columns, index) => (
    <Sheet key={index} deck={deck} sheet={firstSheet + index} sources={[]}>
      <AppendixHead
        title="Definitions"
        note="One rule for each figure, the same on screen, in this deck and on the command line."
        first={index === 0}
      />
      <div className={styles.columns}>
        {columns.map((column, at) => (
          <div key={at} className={styles.column}>
            {column.map((part) => (
              <Fragment key={parts[part].key}>
                <PartView part={parts[part]} />
              </Fragment>
            ))}
          </div>
        ))}
      </div>
    </Sheet>
  ));
}

function partsOf(definition: MetricDefinition): Part[] {
  const { metric, edge_cases: edges } = definition;
  return [
    { key: metric, definition, edge: null, last: edges.length === 0 },
    ...edges.map((edge, index) => ({ key: `${metric} ${index}`, definition, edge, last: index === edges.length - 1 })),
  ];
}

function PartView({ part: { definition, edge, last } }: { part: Part }) {
  if (edge !== null) return <p className={`${styles.edge} ${last ? styles.last : ''}`}>{displayText(edge)}</p>;
  return (
    <div className={`${styles.definition} ${last ? styles.last : ''}`}>
      <h3 className={styles.name}>
        {displayText(definition.title)}
        <span className={styles.id}>
          {definition.metric} · v{definition.version}
        </span>
      </h3>
      <p className={styles.formula}>{displayText(definition.formula)}</p>
      <p className={styles.facts}>
        {[definition.unit.replaceAll('_', ' '), definition.grain, definition.additivity, definition.source]
          .filter(Boolean)
          .map(displayText)
          .join(' · ')}
      </p>
    </div>
  );
}
