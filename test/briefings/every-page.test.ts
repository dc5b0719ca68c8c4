import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultFilters, filterOptions } from '../../main/briefings/filter-options.ts';
import { BRIEFINGS, buildPage, outlines, PAGES } from '../../main/briefings/registry.ts';
import { isEmpty } from '../../main/contract/empty-chart.ts';
import { buildDeck } from '../../main/briefings/deck.ts';
import type { FigureQuery } from '../../main/contract/figure.ts';
import type { Chart, PageFilters, PageModel } from '../../main/contract/page.ts';
import { writeWorkbook } from '../../main/exports/workbook/write-workbook.ts';
import { figureFor } from '../../main/metrics/figures.ts';
import { catalogue, METRICS } from '../../main/metrics/registry.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { brokenRules, readWorkbook } from '../support/read-workbook.ts';
import { SAMPLES_FOLDER } from '../support/commands.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';
import { addStaff } from '../support/staffed.ts';
import { hospital, noise } from '../support/years.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
const files = Object.keys(import.meta.glob('../../main/briefings/*.page.ts')).map((path) =>
  path.replace(/^.*\/|\.page\.ts$/g, '').replaceAll('-', '_'),
);
const workspaces: Record<string, Workspace> = {};
const STORIES = ['empty', 'hours only', 'flat', 'rising', 'without loads', 'people only', 'staffed'];
const CLAIMS = /\b(rose|fell|rising|falling|widen\w*|narrow\w*|grew|improv\w*|worsen\w*|increas\w*|decreas\w*)\b/i;

beforeAll(async () => {
  workspaces['empty'] = openWorkspace(join(folder, 'empty.muster'));
  workspaces['hours only'] = openWorkspace(join(folder, 'hours.muster'));
  await importFile(workspaces['hours only'], `${SAMPLES_FOLDER}/cms-pbj/PBJ_Daily_Nurse_Staffing_Q2_2024.csv`);
  workspaces['flat'] = await hospital(folder, 'flat', { agencyHours: noise, loads: true });
  workspaces['rising'] = await hospital(folder, 'rising', {
    agencyHours: (month) => noise(month) + (month > 17 ? 4 * (month - 17) : 0),
    price: (month) => (month > 20 ? 140 : 90),
    loads: true,
  });
  workspaces['people only'] = openWorkspace(join(folder, 'people-only.muster'));
  await addStaff(folder, workspaces['people only']);
  workspaces['staffed'] = await hospital(folder, 'staffed', { agencyHours: noise, loads: true });
  await addStaff(folder, workspaces['staffed']);
  workspaces['without loads'] = await hospital(folder, 'without-loads', { agencyHours: noise });
});
afterAll(() => {
  for (const workspace of Object.values(workspaces)) workspace.close();
});

const viewOf = (story: string) => workspaces[story].view();
const pagesOf = (story: string, filters: PageFilters = defaultFilters(viewOf(story))) =>
  [...PAGES.keys()].map((page) => buildPage(viewOf(story), { briefing: 'cfo', page, filters }));

function queriesOf(page: PageModel): FigureQuery[] {
  const chartQueries = (chart: Chart | null): (FigureQuery | null)[] => {
    switch (chart?.kind) {
      case undefined:
        return [];
      case 'series':
        return chart.series.map(({ query }) => query && { ...query, from: chart.months[0], to: chart.months.at(-1)! });
      case 'pairs':
        return chart.bars.map(({ query }) => query);
      case 'bridge':
        return chart.steps.map(({ query }) => query);
      case 'survival':
        return chart.curves.map(({ query }) => query);
      case 'heat':
        return chart.rows.flatMap(({ cells }) => cells.map(({ query }) => query));
      case 'pyramid':
        return chart.bands.flatMap(({ queries }) => queries);
      case 'dots':
        return chart.rows.map(({ query }) => query);
      case 'multiples':
        return chart.panels.flatMap(({ values }) => values.map(({ query }) => query));
    }
  };
  const cells = page.table.rows.flatMap((row) => row.cells.map((cell) => ('query' in cell ? cell.query : null)));
  return [
    ...page.kpis.map(({ query }) => query),
    ...chartQueries(page.chart),
    ...chartQueries(page.inset),
    ...cells,
    page.recommendation?.query ?? null,
  ].filter((query) => query !== null);
}

function expectChart(chart: Chart | null): void {
  if (chart === null) return;
  expect(chart.title).toMatch(/\S/);
  expect(chart.description).toMatch(/^[A-Z0-9].*\.$/s);
  const numbers: (number | null)[] = [];
  switch (chart.kind) {
    case 'series':
      for (const { actual, prior, signals, limits } of chart.series) {
        expect(actual).toHaveLength(chart.months.length);
        if (prior) expect(prior).toHaveLength(chart.months.length);
        for (const { index } of signals) expect(actual[index] ?? null).not.toBeNull();
        numbers.push(...actual, ...(prior ?? []), ...(limits ? [limits.mean, limits.lower, limits.upper] : []));
      }
      break;
    case 'pairs':
      for (const { values } of chart.bars) {
        expect(values).toHaveLength(chart.measures.length);
        numbers.push(...values);
      }
      break;
    case 'bridge':
      if (chart.steps.length > 0) {
        const [first, ...rest] = chart.steps;
        const last = rest.pop()!;
        expect([first.total, last.total, rest.some(({ total }) => total)]).toEqual([true, true, false]);
        expect(rest.reduce((sum, { value }) => sum + value, first.value)).toBeCloseTo(last.value, 6);
      }
      numbers.push(...chart.steps.map(({ value }) => value));
      break;
    case 'survival':
      expect(chart.ticks).toEqual([...new Set(chart.ticks)].sort((a, b) => a - b));
      for (const { points, atRisk, from } of chart.curves) {
        expect(atRisk).toHaveLength(chart.ticks.length);
        const levels = [1, ...points.map(({ survival }) => survival), 0];
        expect(levels).toEqual(levels.toSorted((a, b) => b - a));
        const times = points.map(({ time }) => time);
        expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
        numbers.push(from, ...atRisk, ...points.flatMap(({ time, lower, upper }) => [time, lower, upper]));
      }
      break;
    case 'heat':
      for (const { cells, size } of chart.rows) {
        expect(cells).toHaveLength(chart.columns.length);
        for (const { value, absence } of cells) expect(value === null).toBe(absence !== null);
        numbers.push(size, ...cells.map(({ value }) => value));
      }
      numbers.push(chart.scale.from, chart.scale.to);
      break;
    case 'pyramid':
      numbers.push(...chart.bands.flatMap(({ values }) => values));
      break;
    case 'dots':
      expect(chart.scale.to).toBeGreaterThan(chart.scale.from);
      for (const { now, before, target, band, interval, absence } of chart.rows) {
        expect(now === null).toBe(absence !== null);
        numbers.push(
          now,
          before,
          target,
          ...[band?.from, band?.to, interval?.lower, interval?.upper].map((one) => one ?? null),
        );
      }
      break;
    case 'multiples':
      for (const { values } of chart.panels) {
        expect(values).toHaveLength(chart.groups.length);
        for (const { value, absence } of values) expect(value === null).toBe(absence !== null);
        numbers.push(...values.map(({ value }) => value));
      }
  }
  for (const number of numbers) expect(number === null || Number.isFinite(number)).toBe(true);
}

describe('the registry of pages', () => {
  it('finds every page file under the id that its file is named after', () => {
    expect([...PAGES.keys()].sort()).toEqual(files.sort());
    for (const page of PAGES.values()) {
      expect(page.label).toMatch(/\S/);
      expect(page.question).toMatch(/\?$/);
      expect(page.definitions.length).toBeGreaterThan(0);
    }
  });

  it('has briefings of pages that exist, and refuses others by name', () => {
    for (const { pages } of BRIEFINGS.values()) for (const page of pages) expect(PAGES.has(page), page).toBe(true);
    expect(outlines().map(({ id }) => id)).toEqual([...BRIEFINGS.keys()]);
    const filters = defaultFilters(viewOf('flat'));
    expect(() => buildPage(viewOf('flat'), { briefing: 'ceo', page: 'trust', filters })).toThrow(
      /"ceo" is not a briefing/,
    );
    expect(() => buildPage(viewOf('flat'), { briefing: 'cfo', page: 'horoscope', filters })).toThrow(
      /"horoscope" is not a page/,
    );
  });

  it('rests on metrics that the Definitions page prints', () => {
    const printed = new Set(catalogue().map(({ metric }) => metric));
    for (const { id, definitions } of PAGES.values())
      for (const metric of definitions) expect(printed.has(metric), `${id}: ${metric}`).toBe(true);
  });
});

describe.each(STORIES)('every page of a workspace that is %s', (story) => {
  it('is finished: titles, charts that add up, rows as wide as their table, and no broken words', () => {
    for (const page of pagesOf(story)) {
      expect(page.title.length, page.title).toBeGreaterThan(10);
      expect(page.title.length, page.title).toBeLessThan(200);
      expectChart(page.chart);
      expectChart(page.inset);
      for (const row of page.table.rows) expect(row.cells, page.id).toHaveLength(page.table.columns.length);
      expect(new Set(page.table.rows.map(({ id }) => id)).size).toBe(page.table.rows.length);
      const texts = JSON.stringify(page, (key, value: unknown) =>
        ['query', 'narrow', 'figure'].includes(key) ? undefined : value,
      );
      expect(texts, page.id).not.toMatch(/NaN|undefined|Infinity|\[object/);
      expect(page.title).not.toMatch(/\bnull\b/);
    }
  });

  it('is plain data, the same every time, and finished for any comparison and filter', () => {
    const { from, to, where } = defaultFilters(viewOf(story));
    for (const comparison of ['prior_year', 'prior_period', 'none'] as const) {
      for (const narrowed of [where, { job: ['RN'] }, { site: ['nowhere'] }]) {
        const filters = { from, to, comparison, where: narrowed };
        const pages = pagesOf(story, filters);
        expect(structuredClone(pages)).toEqual(pages);
        expect(pagesOf(story, filters)).toEqual(pages);
      }
    }
  });

  it('leads from every number to a figure that can be asked for, a key figure to itself', () => {
    for (const page of pagesOf(story)) {
      for (const query of queriesOf(page)) {
        expect(METRICS.has(query.metric), `${page.id}: ${query.metric}`).toBe(true);
        expect(figureFor(viewOf(story), query).metric).toBe(query.metric);
      }
      for (const { figure, query } of page.kpis.filter(({ figure: { metric } }) => METRICS.has(metric)))
        expect(figureFor(viewOf(story), query).value, `${page.id}: ${figure.metric}`).toBe(figure.value);
    }
  });

  it('says the same in the decks, with definitions, batches and worker types, and nothing of the clock', () => {
    for (const briefing of BRIEFINGS.keys()) {
      const deck = buildDeck(viewOf(story), { briefing, filters: null, workspace: 'Hill' });
      const titles = BRIEFINGS.get(briefing)!.pages.map(
        (page) => buildPage(viewOf(story), { briefing, page, filters: defaultFilters(viewOf(story)) }).title,
      );
      const printed = deck.pages.map(({ title }) => title);
      const lost = titles.filter((title) => deck.leftOut.includes(title));
      expect([...printed, ...lost].sort()).toEqual([...titles].sort());
      expect(deck.leftOut).toEqual([...new Set(lost)]);
      expect(printed).toEqual(titles.filter((title) => !deck.leftOut.includes(title)));
      // A sheet shows something; what has nothing to show is named on the first one.
      for (const { kpis, chart, table } of deck.pages)
        expect(kpis.length + table.rows.length > 0 || !isEmpty(chart)).toBe(true);
      expect(deck.pages.map(({ number }) => number)).toEqual(deck.pages.map((_, i) => i + 1));
      expect(deck.definitions.map(({ metric }) => metric).sort()).toEqual(
        [...new Set(deck.pages.flatMap(({ source }) => source.definitions))].sort(),
      );
      expect(deck.workerTypes).toHaveLength(10);
      expect(buildDeck(viewOf(story), { briefing, filters: null, workspace: 'Hill' })).toEqual(deck);
    }
  });
});

describe.each(STORIES)('the workbook of every briefing of a workspace that is %s', (story) => {
  it('is one that spreadsheets open: a sheet a page, no formula, every number a number', async () => {
    for (const briefing of BRIEFINGS.keys()) {
      const deck = buildDeck(viewOf(story), { briefing, filters: null, workspace: 'Hill' });
      const sheets = readWorkbook((await writeWorkbook(deck)).bytes);
      expect(brokenRules(sheets), briefing).toEqual([]);
      expect(sheets).toHaveLength(deck.pages.length + 4);
      for (const [index, page] of deck.pages.entries()) {
        const cells = sheets[index + 1].rows.flat();
        expect(cells).toEqual(expect.arrayContaining([page.title, page.question, page.scope, ...page.notices]));
        const values = page.kpis.flatMap(({ figure: { value, unit } }) =>
          value === null || unit === 'money' ? [] : value,
        );
        expect(cells, page.id).toEqual(expect.arrayContaining(values));
      }
    }
  });
});

describe('what pages may claim', () => {
  it('is nothing about noise: no title or key figure says that anything moved', () => {
    for (const story of ['flat', 'without loads', 'hours only']) {
      for (const page of pagesOf(story)) {
        expect(page.title, story).not.toMatch(CLAIMS);
        for (const { change, detail } of page.kpis) {
          expect(change?.tone ?? 'neutral', `${story}: ${detail}`).toBe('neutral');
          expect(detail, story).not.toMatch(/signal/);
        }
      }
    }
  });

  it('is that the gap widens and cost rises where a signal at the latest month says so', () => {
    const [who, why] = ['who_works', 'why_cost_moved'].map((page) =>
      buildPage(viewOf('rising'), { briefing: 'cfo', page, filters: defaultFilters(viewOf('rising')) }),
    );
    expect(who.title).toMatch(/widen/);
    expect(why.title).toMatch(/^Cost rose/);
    expect(who.kpis.find(({ id }) => id === 'hours')).toMatchObject({
      change: { tone: 'worse', text: expect.stringMatching(/^\+.* pt vs prior year$/) },
      detail: expect.stringMatching(/rising: signal/),
    });
  });

  it('is of months, where a change over the year stands beside a flat series of them', () => {
    const { kpis } = buildPage(viewOf('flat'), {
      briefing: 'cfo',
      page: 'who_works',
      filters: defaultFilters(viewOf('flat')),
    });
    expect(kpis[0]).toMatchObject({
      change: { text: expect.stringMatching(/ pt vs prior year$/) },
      detail: 'monthly flat within noise',
    });
  });

  it('is nothing where there are fewer than twelve months', () => {
    const filters = { ...defaultFilters(viewOf('rising')), from: '2024-01', to: '2024-08' };
    for (const page of pagesOf('rising', filters)) expect(page.title).not.toMatch(CLAIMS);
    expect(buildPage(viewOf('rising'), { briefing: 'cfo', page: 'who_works', filters }).kpis[0].detail).toMatch(
      /too few months for a claim/,
    );
  });

  it('needs loads for the loaded premium, and says so in place of a number', () => {
    const page = buildPage(viewOf('without loads'), {
      briefing: 'cfo',
      page: 'who_works',
      filters: defaultFilters(viewOf('without loads')),
    });
    expect(page.kpis.find(({ id }) => id === 'premium')).toMatchObject({
      figure: { value: null, absence: 'not_measured', missing: ['loads'] },
      detail: expect.stringMatching(/needs loads/),
    });
    expect(page.notices.join(' ')).toMatch(/External share of cost: reads high, benefits and taxes/);
  });
});

describe('what no extract tells', () => {
  const pageOf = (story: string, page: string) =>
    buildPage(viewOf(story), { briefing: 'cfo', page, filters: defaultFilters(viewOf(story)) });

  it('is no hours at all, not zero hours', () => {
    for (const story of ['empty', 'people only']) {
      const { title, chart, table } = pageOf(story, 'why_cost_moved');
      expect(title).toBe('Why cost moved cannot be told: these extracts have no cost');
      expect(isEmpty(chart)).toBe(true);
      expect(table.rows).toEqual([]);
    }
  });

  it('asks nobody to choose between entities that no extract names', () => {
    for (const page of ['alignment', 'side_by_side']) {
      const { title, notices } = pageOf('hours only', page);
      expect(title).toMatch(/^No entit.* yet$/);
      expect(notices[0], page).toMatch(/^No extract names two entities/);
    }
  });

  it('has no change to claim or deny', () => {
    const { notices, kpis } = pageOf('people only', 'who_works');
    expect(notices).toEqual(['External share of cost: needs labor', 'Full-time equivalents, paid: needs labor']);
    const [share] = kpis;
    expect(share).toMatchObject({ figure: { value: null }, detail: 'needs labor' });
    expect(pageOf('hours only', 'trust').kpis[0].detail).toMatch(/ · 1 extract$/);
  });

  it('is hours of a month on its own, where extracts are dated by quarter', async () => {
    const quarters = openWorkspace(join(folder, 'quarters.muster'));
    workspaces['quarters'] = quarters;
    await importFile(
      quarters,
      writeInto(
        folder,
        'quarters.csv',
        csv(
          'home,quarter,hours,contract',
          'H1,2025Q1,900,90',
          'H1,2025Q2,1000,50',
          'H2,2025Q1,100,0',
          'H2,2025Q2,80,0',
        ),
      ),
      {
        recipe: {
          kind: 'staffing',
          columns: {
            site: 'home',
            work_date: { from: 'quarter', format: 'YYYYQN' },
            total_hours: 'hours',
            external_hours: 'contract',
          },
          constants: { job_code: 'Nursing' },
        },
      },
    );
    const { title, chart, kpis } = pageOf('quarters', 'why_cost_moved');
    expect(title).toBe(
      'Cost is not in these extracts; productive hours were 1,080 in Apr 2025 – Jun 2025 against 1,000 in Jan 2025 – Mar 2025',
    );
    expect(kpis[0].figure.value).toBe(2080);
    expect(chart).toMatchObject({ steps: [{ value: 1000 }, { label: 'Nursing', value: 80 }, { value: 1080 }] });
  });
});

describe('small groups', () => {
  it('show no money on any page, nor what would give it away', () => {
    for (const page of pagesOf('flat')) {
      const small = page.table.rows.find(({ id }) => id === 'Hospice');
      for (const cell of small?.cells ?? []) {
        if (!('query' in cell) || cell.query === null || METRICS.get(cell.query.metric)?.reveals !== 'pay') continue;
        expect(cell, page.id).toMatchObject({ value: null, absence: expect.stringMatching(/hidden|not measured/) });
      }
    }
    const filters = { ...defaultFilters(viewOf('flat')), where: { unit: ['Hospice'] } };
    for (const page of pagesOf('flat', filters)) {
      const pay = page.kpis.filter(
        ({ figure }) => figure.unit === 'money' || METRICS.get(figure.metric)?.reveals === 'pay',
      );
      for (const { figure } of pay)
        expect(figure.value, `${page.id}: ${figure.metric} ${figure.variant ?? ''}`).toBeNull();
      expect(page.title, page.id).not.toMatch(/not in these extracts/);
    }
  });
});

describe('what a briefing opens with', () => {
  it('is the last twelve complete months against the year before', () => {
    expect(defaultFilters(viewOf('flat'))).toEqual({
      from: '2025-07',
      to: '2026-06',
      comparison: 'prior_year',
      where: {},
    });
    expect(defaultFilters(viewOf('hours only'))).toMatchObject({ from: '2024-04', to: '2024-06' });
  });

  it('is any month, without data, in an empty workspace', () => {
    expect(filterOptions(viewOf('empty'))).toMatchObject({ dimensions: [] });
  });

  it('offers the dimensions that the extracts have, most hours first', () => {
    const { dimensions, firstMonth, lastMonth } = filterOptions(viewOf('flat'));
    expect([firstMonth, lastMonth]).toEqual(['2024-01', '2026-06']);
    expect(dimensions.find(({ id }) => id === 'unit')!.values.map(({ code }) => code)).toEqual([
      'ICU',
      'ED',
      'Hospice',
    ]);
    expect(dimensions.find(({ id }) => id === 'worker_type')!.values).toContainEqual({
      code: 'agency',
      label: 'Agency / traveller',
    });
  });
});
