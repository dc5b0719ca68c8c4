import type { DeckModel } from '../../contract/deck.ts';
import type { Unit } from '../../contract/units.ts';
import { dayCell, numberCell } from './number-cell.ts';
import { grid, line, words, type Sheet, type SheetCell, type SheetRow } from './sheet.ts';
import { DEFINITIONS, EXCLUSIONS, EXTRACTS } from './sheet-names.ts';

/** What defends the figures: their definitions, what they leave out and why, and the extracts beneath them. */
export function appendixSheets(deck: DeckModel, mark: SheetRow): Sheet[] {
  const sheet = (name: string, head: readonly string[], rows: readonly SheetCell[][]): Sheet => ({
    name,
    frozen: 3,
    rows: [mark, line(name, 'title'), ...grid(head, rows)],
  });
  return [
    sheet(DEFINITIONS, DEFINITION_HEAD, deck.definitions.map(definitionCells)),
    sheet(EXCLUSIONS, EXCLUSION_HEAD, deck.exclusions.map(exclusionCells)),
    sheet(EXTRACTS, EXTRACT_HEAD, deck.batches.map(extractCells)),
  ];
}

const DEFINITION_HEAD = [
  'Title',
  'Definition',
  'Version',
  'Formula',
  'Unit',
  'Grain',
  'Additivity',
  'Source',
  'Edge cases',
];

function definitionCells(one: DeckModel['definitions'][number]): SheetCell[] {
  return [
    words(one.title),
    words(one.metric),
    measured(one.version, 'count'),
    words(one.formula),
    words(one.unit.replaceAll('_', ' ')),
    words(one.grain),
    words(one.additivity),
    words(one.source),
    words(one.edge_cases.join(' ')),
  ];
}

const EXCLUSION_HEAD = ['Figure', 'Definition', 'Left out because', 'Rows', 'Hours', 'Money'];

function exclusionCells(one: DeckModel['exclusions'][number]): SheetCell[] {
  return [
    words(one.title),
    words(one.metric),
    words(one.reason),
    measured(one.rows, 'count'),
    measured(one.hours, 'hours'),
    one.costMinor === 0 ? words('none') : measured(one.costMinor, 'money', one.currency),
  ];
}

const EXTRACT_HEAD = [
  'File',
  'Batch',
  'Kind',
  'Profile',
  'State',
  'First day',
  'Last day',
  'Rows read',
  'Accepted',
  'Quarantined',
  'Duplicates',
  'SHA-256',
];

function extractCells(batch: DeckModel['batches'][number]): SheetCell[] {
  const day = (value: string | null): SheetCell => (value === null ? words('without dates') : dayCell(value));
  return [
    words(batch.file),
    measured(batch.batch, 'count'),
    words(batch.kind),
    words(batch.profile),
    words(batch.state),
    day(batch.firstDay),
    day(batch.lastDay),
    measured(batch.rowsRead, 'count'),
    measured(batch.accepted, 'count'),
    measured(batch.quarantined, 'count'),
    measured(batch.duplicates, 'count'),
    words(batch.sha256),
  ];
}

function measured(value: number, unit: Unit, currency: string | null = null): SheetCell {
  return numberCell(value, { unit, currency, signed: false });
}
