import type { DeckModel } from '../deck.ts';
import { displayText, formatDay, formatMoney, formatNumber } from '../format.ts';

export type AppendixColumn = { label: string; number: boolean; width: string };

/** A table of the appendix as text, ready to be cut into sheets. The first cell of a row names it. */
export type AppendixTableModel = {
  id: string;
  title: string;
  note: string;
  columns: AppendixColumn[];
  rows: string[][];
};

const text = (label: string, width: string): AppendixColumn => ({ label, number: false, width });
const number = (label: string, width: string): AppendixColumn => ({ label, number: true, width });

/** The tables that a deck has something to say in, in the order they are printed. */
export function appendixTables(deck: DeckModel): AppendixTableModel[] {
  return [exclusions(deck), workerTypes(deck), batches(deck)].filter((table) => table.rows.length > 0);
}

function exclusions(deck: DeckModel): AppendixTableModel {
  return {
    id: 'exclusions',
    title: 'Exclusions',
    note: 'Rows that a figure leaves out, and why.',
    columns: [
      text('Figure', '26%'),
      text('Left out because', '44%'),
      number('Rows', '10%'),
      number('Hours', '10%'),
      number('Money', '10%'),
    ],
    rows: deck.exclusions.map((one) => [
      displayText(one.title),
      displayText(one.reason),
      formatNumber(one.rows),
      one.hours === 0 ? '–' : formatNumber(one.hours),
      one.costMinor === 0 ? '–' : formatMoney(one.costMinor, one.currency),
    ]),
  };
}

function workerTypes(deck: DeckModel): AppendixTableModel {
  return {
    id: 'worker-types',
    title: 'Worker types',
    note: 'Which workers count as internal, external or digital in this workspace.',
    columns: [text('Worker type', '40%'), text('Code', '35%'), text('Class', '25%')],
    rows: deck.workerTypes.map((type) => [displayText(type.label), type.code, type.workerClass]),
  };
}

function batches(deck: DeckModel): AppendixTableModel {
  return {
    id: 'batches',
    title: 'Batches',
    note: 'The extracts behind every figure. Rows read are accepted, quarantined or duplicates. The fingerprint is the start of the SHA-256 of the file.',
    columns: [
      text('File', '27%'),
      text('Kind', '8%'),
      text('Covers', '17%'),
      number('Read', '9%'),
      number('Accepted', '9%'),
      number('Quarantined', '9%'),
      number('Duplicates', '8%'),
      text('Fingerprint', '13%'),
    ],
    rows: deck.batches.map((batch) => [
      displayText(batch.file),
      batch.kind,
      batch.firstDay && batch.lastDay ? `${formatDay(batch.firstDay)} – ${formatDay(batch.lastDay)}` : '–',
      formatNumber(batch.rowsRead),
      formatNumber(batch.accepted),
      formatNumber(batch.quarantined),
      formatNumber(batch.duplicates),
      batch.sha256.slice(0, 16),
    ]),
  };
}
