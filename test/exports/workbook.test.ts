import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DeckModel } from '../../main/contract/deck.ts';
import type { PageModel } from '../../main/contract/page.ts';
import { writeWorkbook } from '../../main/exports/workbook/write-workbook.ts';
import { dots, dotsRow, heat, multiples, panel } from '../renderer/charts.ts';
import { amount, column, deck, page } from './deck.ts';
import { brokenRules, readWorkbook, type ReadSheet } from '../support/read-workbook.ts';

afterEach(() => {
  vi.useRealTimers();
});

async function written(model: DeckModel): Promise<ReadSheet[]> {
  const sheets = readWorkbook((await writeWorkbook(model)).bytes);
  expect(brokenRules(sheets)).toEqual([]);
  return sheets;
}

/** Rows of the first page from the one that begins with a text. */
async function rowsFrom(start: string, over: Partial<PageModel>): Promise<(string | number | null)[][]> {
  const [, { rows }] = await written(deck({ pages: [page(over)] }));
  return rows.slice(rows.findIndex(([first]) => first === start));
}

const formatsOf = (bytes: Uint8Array): string[] =>
  [...strFromU8(unzipSync(bytes)['xl/styles.xml']).matchAll(/formatCode="([^"]*)"/g)].map(([, code]) =>
    code.replaceAll('&quot;', '"'),
  );

describe('a number in a workbook', () => {
  it('is the number itself: shares in 0–1, money in major units, and its absence in words', async () => {
    const table = {
      title: 'Units',
      subtitle: '',
      columns: [
        column('Unit', { kind: 'text', unit: null }),
        column('Share'),
        column('Excess', { unit: 'money', currency: 'USD', signed: true }),
        column('Yen', { unit: 'money', currency: 'JPY' }),
      ],
      rows: [
        {
          id: 'icu',
          cells: [{ text: 'ICU' }, amount(1 / 3), amount(-123_456), amount(500)],
          narrow: null,
          remainder: false,
        },
        {
          id: 'ed',
          cells: [{ text: 'ED' }, amount(null, 'suppressed'), amount(null, 'needs costs'), amount(null)],
          narrow: null,
          remainder: true,
        },
      ],
    };
    expect((await rowsFrom('Unit', { table })).slice(0, 3)).toEqual([
      ['Unit', 'Share', 'Excess', 'Yen'],
      ['ICU', 1 / 3, -1234.56, 500],
      ['ED', 'group too small to show', 'needs costs', 'no data'],
    ]);
    const { bytes } = await writeWorkbook(deck({ pages: [page({ table })] }));
    expect(formatsOf(bytes)).toEqual(
      expect.arrayContaining(['0.0%', '+"$"#,##0.00;-"$"#,##0.00;"$"#,##0.00', '"JPY "#,##0;-"JPY "#,##0']),
    );
  });

  it('of a survival curve has its bounds in columns of their own', async () => {
    expect((await rowsFrom('Days', {})).slice(0, 4)).toEqual([
      ['Days', 'Nurses', 'Nurses, lower', 'Nurses, upper', 'Nurses, at risk', 'Doctors', 'Doctors, at risk'],
      [0, 1, null, null, 10, 'starts at 15', 'not shown'],
      [15, 0.8, 0.587, 1, 8, 1, 5],
      [30, 0.7, 0.467, 1, 7, 0.8, 5],
    ]);
  });

  it('of a row of dots is unrounded, with the reason where there is none', async () => {
    const chart = dots([
      dotsRow({ now: 48.25, before: 44, target: 90, band: { from: 85, to: 100 }, interval: { lower: 43, upper: 52 } }),
      dotsRow({ label: 'Policies', before: 60, absence: 'not measured: needs policies' }),
    ]);
    const rows = await rowsFrom('Pay bands', { chart });
    expect(rows.slice(0, 2)).toEqual([
      ['Pay bands', 48.25, 43, 52, 44, 90, 85, 100],
      ['Policies', 'not measured: needs policies', null, null, 60, null, null, null],
    ]);
  });

  it('of a second chart stands beneath the first, each in its unit', async () => {
    const cost = panel([4_200, 'not measured: needs costs'], {
      title: 'Cost per hour',
      unit: 'money',
      currency: 'USD',
    });
    const rows = await rowsFrom('Hired in', {
      chart: heat([[0.95, 'not yet reached']]),
      inset: multiples(['A', 'B'], [cost]),
    });
    expect(rows[1]).toEqual(['Cohort 1', 20, 0.95, 'not yet reached']);
    expect(rows).toContainEqual(['Cost per hour', 42, 'not measured: needs costs']);
  });
});

describe('a name from an extract', () => {
  const HOSTILE = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '=HYPERLINK("http://x","y")',
    '#REF!',
    '#N/A',
    '1e5',
    '007',
    '<b>&"\'</b>',
    ']]>',
  ];

  it('stays the text that it is, whatever a spreadsheet would make of it', async () => {
    const table = {
      title: '=1+1',
      subtitle: '@x',
      columns: [column('=cmd', { kind: 'text', unit: null })],
      rows: HOSTILE.map((text) => ({ id: text, cells: [{ text }], narrow: null, remainder: false })),
    };
    const rows = await rowsFrom('=cmd', { table, title: '=title', notices: ['-notice'], scope: '+scope' });
    expect(rows.slice(1, HOSTILE.length + 1)).toEqual(HOSTILE.map((text) => [text]));
    const [contents] = await written(
      deck({ workspace: '=cmd|calc', leftOut: ['@lost'], pages: [page({ title: '=title' })] }),
    );
    expect(contents.rows.flat()).toEqual(expect.arrayContaining(['=cmd|calc', '@lost', '=title']));
  });

  it('loses what disguises it or what no file could hold, and is cut at the longest text of a cell', async () => {
    const long = 'x'.repeat(40_000);
    const rows = await rowsFrom('Notes', { notices: ['ICU\u202egnp\u0000\ud800\uffff.', long] });
    expect(rows[1]).toEqual(['ICUgnp\ufffd.']);
    expect(rows[2][0]).toBe(`${long.slice(0, 32_766)}…`);
  });
});

describe('the sheets of a workbook', () => {
  it('are contents, pages and appendix, and the contents lead to each', async () => {
    const sheets = await written(
      deck({ pages: [page(), page({ id: 'a_page_whose_name_is_longer_than_any', number: 2 })] }),
    );
    const names = sheets.map(({ name }) => name);
    expect(names).toEqual([
      'Contents',
      '1 Who works',
      '2 A page whose name is longer t',
      'Definitions',
      'Exclusions',
      'Extracts',
    ]);
    expect(sheets[0].links).toEqual(names.slice(1));
  });

  it('keep their headings in sight', async () => {
    for (const { name, xml } of await written(deck())) expect(xml, name).toMatch(/<pane [^>]*state="frozen"/);
  });

  it('all say, in the first cell and on paper, that they are of a clean room', async () => {
    const status = 'Clean room · board confidential';
    for (const { name, xml, rows } of await written(deck({ status }))) {
      expect(rows[0][0], name).toBe(`${status} · Acme · CFO briefing`);
      expect(xml, name).toContain(`<oddFooter>&amp;L${status}`);
    }
  });

  it('are the same bytes on another day and in another time zone', async () => {
    const { bytes } = await writeWorkbook(deck());
    const zone = process.env['TZ'];
    vi.useFakeTimers({ now: new Date('2031-07-01T23:30:00Z'), toFake: ['Date'] });
    process.env['TZ'] = 'Pacific/Kiritimati';
    const later = await writeWorkbook(deck());
    process.env['TZ'] = zone ?? 'UTC';
    expect(Buffer.from(later.bytes).equals(Buffer.from(bytes))).toBe(true);
  });
});
