import { unzipSync, strFromU8 } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DeckModel } from '../../main/contract/deck.ts';
import type { Figure } from '../../main/contract/figure.ts';
import type { BridgeChart, Chart, Kpi, PageModel, PairsChart, SeriesChart, Table } from '../../main/contract/page.ts';
import { columnWidths } from '../../main/exports/slides/column-widths.ts';
import { deckSlides } from '../../main/exports/slides/deck-slides.ts';
import { checkAxes } from '../../main/exports/slides/package/check-axes.ts';
import { SLIDE, type SlideItem } from '../../main/exports/slides/slide.ts';
import { FOOT } from '../../main/exports/slides/footer-items.ts';
import { slideWidth } from '../../main/exports/slides/text-items.ts';
import { writeSlides } from '../../main/exports/slides/write-slides.ts';
import { dots, dotsRow, heat, multiples, panel, pyramid, wards } from '../renderer/charts.ts';
import { brokenSlides, readSlides, type ReadSlide } from '../support/read-slides.ts';
import { amount, column, deck, page } from './deck.ts';

afterEach(() => {
  vi.useRealTimers();
});

const frame = { title: 'Chart', subtitle: 'By month', description: 'What the chart shows, in words.' };

const lines: SeriesChart = {
  ...frame,
  kind: 'series',
  unit: 'share',
  currency: null,
  months: ['2025-11', '2025-12', '2026-01'],
  series: [
    {
      id: 'cost',
      label: 'Cost',
      role: 'cost',
      actual: [0, null, 0.25],
      prior: [0.1, 0.1, 0.1],
      limits: { mean: 0.1, lower: 0.05, upper: 0.2 },
      signals: [{ index: 0, text: 'signal' }],
      query: null,
    },
  ],
};

const step = (label: string, value: number, total = false): BridgeChart['steps'][number] => {
  const role = total ? 'total' : value < 0 ? 'decrease' : 'increase';
  return { label, value, total, role, note: null, query: null };
};

const bridge = (steps: BridgeChart['steps']): BridgeChart => ({
  ...frame,
  kind: 'bridge',
  unit: 'money',
  currency: 'USD',
  steps,
});

const pairs: PairsChart = {
  ...frame,
  kind: 'pairs',
  unit: 'share',
  measures: [
    { label: 'of hours', role: 'hours' },
    { label: 'of cost', role: 'cost' },
  ],
  bars: [
    { label: 'Agency', values: [0.1, 0.2], narrow: null, query: null },
    { label: 'Digital', values: [null, 0], narrow: null, query: null },
  ],
};

const CHARTS: Record<Chart['kind'], Chart> = {
  series: lines,
  pairs,
  bridge: bridge([step('Before', 1_000_000, true), step('Rate', -400_000), step('After', 600_000, true)]),
  survival: wards,
  heat: heat([[0.95, 'not yet reached']]),
  pyramid: pyramid([
    ['under 1 year', 0.4, 0.1],
    ['1 year or more', null, 0.9],
  ]),
  dots: dots([
    dotsRow({ now: 48, before: 44, target: 90, band: { from: 85, to: 100 }, interval: { lower: 43, upper: 52 } }),
    dotsRow({ label: 'Policies' }),
  ]),
  multiples: multiples(
    ['A', 'B'],
    [panel([0.2, 'needs volumes']), panel([4_200, 0], { title: 'Cost', unit: 'money', currency: 'USD' })],
  ),
};

const kpi = (label: string, over: Partial<Figure>): Kpi => ({
  id: label,
  label,
  figure: {
    metric: 'turnover',
    version: 1,
    variant: null,
    unit: 'share',
    currency: null,
    by: {},
    period: '2026',
    numerator: 1,
    denominator: 8,
    value: 0.125,
    rows: 8,
    absence: null,
    missing: [],
    suppressed: false,
    exclusions: [],
    note: null,
    ...over,
  },
  change: null,
  detail: '',
  query: { metric: 'turnover', where: {}, from: '2025-10', to: '2026-09' },
});

const table = (count: number, name = 'Unit'): Table => ({
  title: 'Units',
  subtitle: 'Most hours first',
  columns: [column('Unit', { kind: 'text', unit: null }), column('Share')],
  rows: Array.from({ length: count }, (_, index) => ({
    id: String(index),
    cells: [{ text: `${name} ${index}` }, amount(index / 100)],
    narrow: null,
    remainder: false,
  })),
});

async function written(model: DeckModel): Promise<ReadSlide[]> {
  const { bytes, pages } = await writeSlides(model);
  expect(brokenSlides(bytes)).toEqual([]);
  const slides = readSlides(bytes);
  expect(slides).toHaveLength(pages);
  return slides;
}

/** The slide of a page that is as given. */
async function slideOf(over: Partial<PageModel>): Promise<ReadSlide> {
  return (await written(deck({ pages: [page(over)] })))[1];
}

describe('a figure on a slide', () => {
  it('is that of the page, and one that is not there says why', async () => {
    const kpis = [
      kpi('Turnover', {}),
      kpi('Cost', { value: 4_120_000_000, unit: 'money', currency: 'USD' }),
      kpi('Few', {
        value: null,
        numerator: null,
        denominator: null,
        rows: null,
        absence: 'suppressed',
        suppressed: true,
      }),
    ];
    const { texts } = await slideOf({ kpis });
    expect(texts).toEqual(expect.arrayContaining(['12.5%', '$41.2M', 'n/a', 'group too small to show']));
  });

  it('of a table stands in its cell, with the reasons for what is missing beneath', async () => {
    const { texts } = await slideOf({
      table: {
        ...table(1),
        rows: [{ id: 'icu', cells: [{ text: 'ICU' }, amount(null, 'suppressed')], narrow: null, remainder: false }],
      },
    });
    expect(texts).toEqual(expect.arrayContaining(['ICU', 'n/a', 'n/a: group too small to show']));
  });

  it('of a chart is drawn as it stands in the workbook beneath: zero as zero, what is missing as nothing', async () => {
    const [chart] = (await slideOf({ chart: lines })).charts;
    const cost = chart.series.find(({ name }) => name === 'Cost')!;
    expect([...cost.values]).toEqual([
      [0, 0],
      [2, 0.25],
    ]);
    const [head, ...rows] = chart.rows;
    expect(rows.map((cells) => cells[head.indexOf('Cost')])).toEqual([0, null, 0.25]);
    for (const { name, values } of chart.series)
      for (const [place, value] of values) expect(rows[place][head.indexOf(name)], name).toBe(value);
    // Excel's days: 45,962 is 1 November 2025.
    expect(rows.map(([month]) => month)).toEqual([45_962, 45_992, 46_023]);
  });

  it('of a bridge is in major units, with its sign in words over the bar, on a base that nobody sees', async () => {
    const [chart] = (await slideOf({ chart: CHARTS.bridge })).charts;
    expect(chart.rows).toEqual([
      ['Step', 'Base', 'Total', 'Decrease', 'Top'],
      ['Before', 0, 10_000, null, 10_000],
      ['Rate', 6_000, null, 4_000, 10_000],
      ['After', 0, 6_000, null, 6_000],
    ]);
    expect(chart.series.at(-1)!.labels).toEqual(['$10k', '−$4k', '$6k']);
  });

  it('of a bridge that falls through zero keeps its whole length', async () => {
    const chart = bridge([step('Cost', 200, true), step('Savings', -500), step('Net', -300, true)]);
    const [{ rows }] = (await slideOf({ chart })).charts;
    const [head, , savings] = rows;
    const of = (name: string) => savings[head.indexOf(name)];
    expect([of('Base'), of('Decrease'), of('Decrease, below zero')]).toEqual([0, 2, -3]);
  });

  it('of a survival curve stays on its level until the next event', async () => {
    const [chart] = (await slideOf({ chart: wards })).charts;
    const [head, ...rows] = chart.rows;
    const at = (name: string) => rows.map((cells) => [cells[0], cells[head.indexOf(name)]]);
    expect(at('Nurses')).toEqual([
      [0, 1],
      [10, 1],
      [10, 0.8],
      [15, 0.8],
      [15, 0.8],
      [20, 0.8],
      [20, 0.7],
      [30, 0.7],
      [30, 0.7],
    ]);
    expect(at('Doctors').slice(0, 4)).toEqual([
      [0, null],
      [10, null],
      [10, null],
      [15, null],
    ]);
  });

  it('of a survival curve is no more exact than it is seen and printed', async () => {
    const point = (time: number, survival: number) => ({ time, survival, lower: null, upper: null });
    const exact = [point(10.0001, 0.91234), point(10.0002, 0.87654), point(20.04, 0.70049)];
    const chart = { ...wards, curves: [{ ...wards.curves[0], points: exact }] };
    const [{ rows }] = (await slideOf({ chart })).charts;
    expect(new Set(rows.slice(1).map(([time]) => time))).toEqual(new Set([0, 10, 15, 20, 30]));
    expect(new Set(rows.slice(1).map(([, share]) => share))).toEqual(new Set([1, 0.877, 0.7]));
  });

  it('that has no bar is named beneath the bars', async () => {
    expect((await slideOf({ chart: pairs })).texts).toContain('n/a: Digital (of hours).');
    expect((await slideOf({ chart: CHARTS.pyramid })).texts).toContain('Not shown: 1 year or more (Leavers).');
  });
});

describe('a slide', () => {
  it.each(Object.entries(CHARTS))('draws %s soundly, and says in words what it shows', async (kind, chart) => {
    const slide = await slideOf({ chart, table: table(3), inset: kind === 'series' ? CHARTS.pyramid : null });
    expect(slide.title).toBe('External labour is 12% of hours');
    expect(slide.descriptions.join(' ')).toContain(chart.description);
    const asShapes = kind === 'dots' || kind === 'heat';
    expect(slide.charts.length > 0).toBe(!asShapes);
  });

  it('says so where a chart has nothing to draw', async () => {
    const empty = await slideOf({ chart: { ...pairs, bars: [] } });
    expect(empty.texts).toContain('No data in this scope.');
    expect(empty.charts).toEqual([]);
  });

  it('keeps every object in its place, however long tables, titles and notes are', () => {
    const long = 'Nine months after the close the acquired entity matches the other on two of ten dimensions; '.repeat(
      2,
    );
    for (const chart of Object.values(CHARTS))
      for (const count of [1, 8, 60]) {
        const over = {
          chart,
          title: long,
          table: table(count),
          notices: Array.from({ length: 9 }, () => long),
          kpis: [kpi('Turnover', {})],
        };
        const [, slide] = deckSlides(
          deck({ pages: [page({ ...over, recommendation: { text: long, basis: '', query: null } })] }),
        );
        for (const { name, box } of slide.items) {
          expect(box.x, name).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width, name).toBeLessThanOrEqual(SLIDE.width + 1);
          expect(box.y + box.height, name).toBeLessThanOrEqual(SLIDE.height);
          expect(box.width, name).toBeGreaterThanOrEqual(0);
          expect(box.height, name).toBeGreaterThanOrEqual(0);
        }
        expect(overlaps(slide.items)).toEqual([]);
        expect(slide.items.find(({ name }) => name === 'Notes')).toMatchObject({
          paragraphs: expect.arrayContaining([
            [expect.objectContaining({ text: expect.stringMatching(/^and [1-8] more in the workbook$/) })],
          ]),
        });
      }
  });

  it('never squeezes numbers for the sake of a long word', () => {
    const cells = [
      ['Unit', 'Share'],
      ['x'.repeat(180), '12.5%'],
    ];
    const [, share] = columnWidths(cells, 300, { size: 12, isNumber: [false, true] });
    expect(share).toBeGreaterThan(slideWidth('12.5%', { size: 12, bold: true }));
  });

  it('without anything to draw has the words that say why right beneath', () => {
    const over = { chart: { ...pairs, bars: [] }, kpis: [kpi('Turnover', {})], notices: ['No earlier period.'] };
    const [, { items }] = deckSlides(deck({ pages: [page(over)] }));
    expect(items.find(({ name }) => name === 'Notes')!.box.y).toBeLessThan(SLIDE.height / 2);
  });

  it('counts the rows of a long table that it does not show', async () => {
    const { texts } = await slideOf({ table: table(60) });
    const shown = texts.filter((text) => /^Unit \d/.test(text)).length;
    expect(shown).toBeGreaterThan(10);
    expect(texts).toContain(`and ${60 - shown} more in the workbook`);
  });

  it('has the rules behind its figures in its notes', async () => {
    const definition = {
      metric: 'turnover',
      version: 2,
      title: 'Turnover',
      formula: 'separations / mean headcount',
      unit: 'share' as const,
      grain: 'any',
      additivity: 'non-additive' as const,
      source: '',
      edge_cases: ['Transfers are no separations.'],
    };
    const source = { ...page().source, definitions: ['turnover'] };
    const slides = await written(deck({ definitions: [definition], pages: [page({ source })] }));
    expect(slides[1].notes).toContain(
      'Turnover (turnover, version 2): separations / mean headcount. Transfers are no separations.',
    );
    expect(slides[2]).toMatchObject({ title: 'Definitions' });
  });

  it('keeps a hostile name the text that it is', async () => {
    const name = '=1+1<b>&"\'</b>]]>#REF!\u202e';
    const { texts, charts } = await slideOf({
      title: name,
      chart: { ...pairs, bars: [{ ...pairs.bars[0], label: name }] },
      table: { ...table(1), title: name },
    });
    expect(texts).toContain('=1+1<b>&"\'</b>]]>#REF!');
    expect(charts[0].rows[1][0]).toBe('=1+1<b>&"\'</b>]]>#REF!');
  });
});

/** Pairs of objects with content that lie over one another; lines, marks and what is drawn of shapes may. */
function overlaps(items: readonly SlideItem[]): string[] {
  const solid = items.filter(({ kind, name }) => kind !== 'shape' && !['Label', 'Band'].includes(name));
  return solid.flatMap((a, index) =>
    solid.slice(index + 1).flatMap((b) => {
      const across = Math.min(a.box.x + a.box.width, b.box.x + b.box.width) - Math.max(a.box.x, b.box.x);
      const down = Math.min(a.box.y + a.box.height, b.box.y + b.box.height) - Math.max(a.box.y, b.box.y);
      return across > 1 && down > 1 ? [`${a.name} and ${b.name}`] : [];
    }),
  );
}

describe('the slides of a deck', () => {
  it('are title, pages and appendix, each at most as high as its foot allows', async () => {
    const batches = Array.from({ length: 60 }, (_, index) => ({
      batch: index,
      file: `labor-${index}.csv`,
      kind: 'labor',
      profile: 'canonical',
      sha256: 'ab'.repeat(32),
      state: 'live',
      imported: '2026-01-01',
      firstDay: null,
      lastDay: null,
      rowsRead: 1,
      accepted: 1,
      quarantined: 0,
      duplicates: 0,
    })) as unknown as DeckModel['batches'];
    const model = deck({ batches });
    expect((await written(model)).map(({ title }) => title)).toEqual([
      'CFO briefing',
      'External labour is 12% of hours',
      'Batches',
      'Batches, continued',
      'Batches, continued',
    ]);
    for (const { items } of deckSlides(model))
      for (const { kind, box } of items) if (kind === 'table') expect(box.y + box.height).toBeLessThan(FOOT);
  });

  it('all say that they are of a clean room, and so do their notes', async () => {
    const status = 'Clean room · board confidential';
    const exclusions = [
      { metric: 'fte', title: 'FTE', reason: 'unmapped', rows: 1, hours: 1, costMinor: 0, currency: null },
    ];
    for (const { title, texts, notes } of await written(deck({ status, exclusions }))) {
      expect(texts.join('\n'), title).toContain(status);
      expect(notes, title).toContain(status);
    }
  });

  it('are the same bytes on another day, in another time zone and after other decks', async () => {
    const model = deck({ pages: [page({ chart: lines, inset: pairs })] });
    const { bytes } = await writeSlides(model);
    await writeSlides(deck());
    const zone = process.env['TZ'];
    vi.useFakeTimers({ now: new Date('2031-07-01T23:30:00Z'), toFake: ['Date'] });
    process.env['TZ'] = 'Pacific/Kiritimati';
    const later = await writeSlides(model);
    process.env['TZ'] = zone ?? 'UTC';
    expect(Buffer.from(later.bytes).equals(Buffer.from(bytes))).toBe(true);
    const core = strFromU8(unzipSync(bytes)['docProps/core.xml']);
    expect(core).toContain('2026-09-30T00:00:00Z');
    expect(core).toMatch(/<dc:creator>Muster<.*<cp:lastModifiedBy>Muster</s);
  });
});

it('refuses a chart with an axis that it does not have', () => {
  const axes = (ids: number[]): string =>
    `<c:barChart>${ids.map((id) => `<c:axId val="${id}"/>`).join('')}</c:barChart><c:catAx><c:axId val="1"/></c:catAx><c:valAx><c:axId val="2"/></c:valAx>`;
  expect(() => checkAxes(axes([1, 2]), 'Chart')).not.toThrow();
  expect(() => checkAxes(axes([1, 2, 3]), 'Chart')).toThrow('Chart draws on the axes 1, 2, 3, but has 1, 2.');
  expect(() => checkAxes(axes([1]), 'Chart')).toThrow(/draws on the axes 1,/);
});
