import { useState } from 'react';
import type { DeckModel } from '../../main/contract/deck.ts';
import { AppendixDefinitions } from './appendix-definitions.tsx';
import { AppendixTable } from './appendix-table.tsx';
import { appendixTables } from '../../main/contract/paper/appendix-tables.ts';

/** Definitions first, then what was left out, worker types and batches; sheets are numbered on from the pages. */
export function Appendix({ deck, firstSheet }: { deck: DeckModel; firstSheet: number }) {
  const tables = appendixTables(deck);
  // How many sheets each part takes is known once it has been measured.
  const [sheets, setSheets] = useState<number[]>([]);
  const report = (part: number) => (count: number) =>
    setSheets((before) => (before[part] === count ? before : Object.assign([...before], { [part]: count })));
  const firstOf = (part: number): number =>
    firstSheet + sheets.slice(0, part).reduce((sum, count) => sum + (count ?? 0), 0);
  return (
    <>
      {deck.definitions.length > 0 && <AppendixDefinitions deck={deck} firstSheet={firstOf(0)} onSheets={report(0)} />}
      {tables.map((table, index) => (
        <AppendixTable
          key={table.id}
          deck={deck}
          table={table}
          firstSheet={firstOf(index + 1)}
          onSheets={report(index + 1)}
        />
      ))}
    </>
  );
}
