import type { Api } from '../../main/contract/api.ts';
import type { PageFilters, PageModel } from '../../main/contract/page.ts';
import { askPage } from '../peers/page-questions.ts';
import type { MonthTotals, PageAnswers } from '../peers/page-questions.ts';
import type { DuckDb } from '../peers/duckdb.ts';
import type { Check, Report, Settings } from '../result.ts';
import { interleave, ratioOf, spreadOf, timed } from '../rounds.ts';

const SITES = 48;
const CHANGES_A_ROUND = 4;
/** Until the machine code of both sides is made. */
const WARM_UP_ROUNDS = 5;

/** Measure 6: one filter change, from the request to the finished page, through the Api that the window calls. */
export async function measureFilter({ api, duck }: { api: Api; duck: DuckDb }, settings: Settings): Promise<Report> {
  const changes = filterChanges(CHANGES_A_ROUND * (settings.rounds + WARM_UP_ROUNDS));
  const next = { ours: changes[Symbol.iterator](), peer: changes[Symbol.iterator]() };
  const checks: Check[] = [];
  const several = async (work: () => Promise<unknown>) => {
    const times: number[] = [];
    for (let i = 0; i < CHANGES_A_ROUND; i++) times.push(await timed(work));
    return spreadOf(times).median;
  };
  const ours = () => several(() => openPage(api, next.ours.next().value!));
  const peer = () => several(() => askPage(duck, questionOf(next.peer.next().value!)));
  // Both sides warm up on changes that are not measured; afterwards no filter comes twice.
  for (let round = 0; round < WARM_UP_ROUNDS; round++) {
    await ours();
    await peer();
  }
  const milliseconds = await interleave(settings.rounds, { ours, peer });
  for (const filters of changes.slice(0, 3))
    checks.push(...compare(filters, await openPage(api, filters), await askPage(duck, questionOf(filters))));
  return {
    results: [
      {
        number: '6',
        measure: 'filter change, all figures of the page "Who does our work": DuckDB raw ÷ ours',
        size: `${settings.rows.toLocaleString('en')} rows`,
        ratio: ratioOf(milliseconds.peer, milliseconds.ours),
        target: { kind: 'at least', value: 30 },
        context: `DuckDB ${spreadOf(milliseconds.peer).median.toFixed(0)} ms, ours ${spreadOf(milliseconds.ours).median.toFixed(1)} ms`,
      },
    ],
    checks,
    notes: [],
  };
}

export function openPage(api: Api, filters: PageFilters): Promise<PageModel> {
  return api.page({ briefing: 'cfo', page: 'who_works', filters });
}

/** Different in sites, worker types and period; every one comes once. */
function filterChanges(count: number): PageFilters[] {
  return Array.from({ length: count }, (_, i) => {
    const site = Array.from({ length: SITES }, (_unused, s) => s).filter((s) => (s * 7 + i * 5) % 11 >= 2 + (i % 4));
    const from = `2024-${String((i % 6) + 1).padStart(2, '0')}`;
    const to = i % 6 === 0 ? '2024-12' : `2025-${String(i % 6).padStart(2, '0')}`;
    return {
      from,
      to,
      comparison: 'prior_year',
      where: { site: site.map((s) => `S${String(s + 1).padStart(3, '0')}`) },
    };
  });
}

function questionOf({ from, to, where }: PageFilters) {
  return { from, to, where: where as Record<string, string[]> };
}

/** The figures of the page against DuckDB's; hours in hundredths, money in minor units, shares to the last bit. */
function compare(filters: PageFilters, page: PageModel, answers: PageAnswers): Check[] {
  const inPeriod = answers.months.filter(({ month }) => month >= filters.from && month <= filters.to);
  const sum = (pick: (totals: MonthTotals) => number) => inPeriod.reduce((total, one) => total + pick(one), 0);
  const [hours, cost] = page.kpis;
  const label = `${filters.from} to ${filters.to}, ${Object.values(filters.where)[0].length} sites`;
  const check = (what: string, ours: number | null, peer: number): Check => ({
    what: `${what}, ${label}`,
    ours: String(ours),
    peer: String(peer),
    equal: ours === peer,
  });
  const series = page.chart.kind === 'series' ? page.chart.series[0].actual : [];
  return [
    check(
      'external productive hours',
      Math.round(hours.figure.numerator! * 100),
      sum((one) => one.external),
    ),
    check(
      'productive hours',
      Math.round(hours.figure.denominator! * 100),
      sum((one) => one.all),
    ),
    check(
      'external cost',
      cost.figure.numerator,
      sum((one) => one.externalCost),
    ),
    check(
      'all cost with a load of 30%',
      cost.figure.denominator,
      Math.round(sum((one) => one.externalCost) + sum((one) => one.ownCost) * 1.3),
    ),
    ...inPeriod.map(({ month, external, all }, i) =>
      check(`external share of hours in ${month}`, series[i] ?? null, external / 100 / (all / 100)),
    ),
  ];
}
