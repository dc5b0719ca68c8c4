import type { Figure, FigureQuery, Filter } from '../contract/figure.ts';
import { formatMonth, formatPeriod, formatValue } from '../contract/format.ts';
import type { Kpi, PageFilters, PageModel, SourceStrip, Tone } from '../contract/page.ts';
import { computeFigures } from '../metrics/figures.ts';
import type { FigureRequest } from '../metrics/figures.ts';
import { metricOf } from '../metrics/registry.ts';
import { formatIsoDay, formatIsoMonth, parseIsoMonth } from '../model/civil-day.ts';
import { claimChange } from '../stats/claim.ts';
import { controlChart } from '../stats/control-chart.ts';
import type { ControlChart } from '../stats/control-chart.ts';
import { coveredMonths, lastCoveredDay } from '../workforce/coverage.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { listed } from './listed.ts';
import { nameOf, withoutSides } from './sides-compared.ts';
import { structureName, structureText } from './structure-words.ts';

/** What a page adds to the frame that every page has. */
export type PageContent = Omit<PageModel, 'id' | 'briefing' | 'number' | 'question' | 'scope' | 'source'>;

/** A page answers one question from the figures; screen, print and table twins render it as it is. */
export type Page = {
  id: string;
  label: string;
  question: string;
  /** Metric ids that the page rests on. */
  definitions: readonly string[];
  /** Looks at entities as they are, on either side of a close, whatever structure is chosen. */
  isOfDeal?: true;
  build(context: PageContext): PageContent;
};

export function definePage(page: Page): Page {
  return page;
}

/** Months of a page's period and of the period it is compared with. */
export type Months = { from: number; to: number };

/** Everything a page may ask. */
export class PageContext {
  readonly period: Months;
  readonly comparison: Months | null;

  constructor(
    readonly view: WorkspaceView,
    readonly filters: PageFilters,
  ) {
    const from = parseIsoMonth(filters.from)!;
    const to = parseIsoMonth(filters.to)!;
    this.period = { from, to };
    const step = filters.comparison === 'prior_year' ? 12 : filters.comparison === 'prior_period' ? to - from + 1 : 0;
    const first = coveredMonths(view)?.first ?? Infinity;
    // A comparison that the extracts cover only in part would compare unlike things.
    this.comparison = step > 0 && from - step >= first ? { from: from - step, to: to - step } : null;
  }

  get where(): Filter {
    return this.filters.where;
  }

  figures(requests: readonly FigureRequest[]): Figure[][] {
    return computeFigures(
      this.view,
      requests.map((request) => ({ ...request, where: { ...this.where, ...request.where } })),
    );
  }

  /** One figure over a range of months. */
  figure(metric: string, months: Months, variant?: string | null): Figure {
    return this.figures([{ metric, ...months, variants: [variant ?? metricOf(metric).variants[0]!] }])[0][0];
  }

  query(metric: string, variant: string | null = null, months: Months = this.period, where: Filter = {}): FigureQuery {
    return {
      metric,
      variant,
      where: { ...this.where, ...where },
      from: formatIsoMonth(months.from),
      to: formatIsoMonth(months.to),
      ...(this.view.chosen ? { structure: this.view.chosen.structure } : {}),
    };
  }

  /** The series up to the end of the period, all months that the extracts cover: long enough for a chart to judge. */
  history(metric: string, variant?: string | null): History {
    const first = coveredMonths(this.view)?.first ?? this.period.from;
    const figures = this.figures([
      {
        metric,
        grain: 'month',
        from: Math.min(first, this.period.from),
        to: this.period.to,
        variants: [variant ?? metricOf(metric).variants[0]!],
      },
    ])[0];
    const values = figures.map((figure) => figure.value);
    const complete = this.isComplete(this.period.to) ? values : values.slice(0, -1);
    return {
      first: Math.min(first, this.period.from),
      values,
      figures,
      chart: controlChart(complete),
      claim: claimChange(complete).claim,
    };
  }

  /** Whether the extracts cover a month to its last day. */
  isComplete(month: number): boolean {
    const last = lastCoveredDay(this.view);
    return last !== null && formatIsoDay(last + 1) >= `${formatIsoMonth(month + 1)}-01`;
  }

  source(definitions: readonly string[]): SourceStrip {
    const batches = this.view.store.batches().filter((batch) => batch.state === 'published');
    const rows = batches.reduce((sum, batch) => sum + batch.accepted, 0);
    const quarantined = batches.reduce((sum, batch) => sum + batch.quarantined, 0);
    const read = batches.reduce((sum, batch) => sum + batch.rowsRead, 0);
    const last = lastCoveredDay(this.view);
    return {
      asOf: last === null ? null : formatIsoDay(last),
      rows,
      quarantined,
      tieOut: `${formatValue(read, 'count', { full: true })} rows read = accepted + quarantined + duplicates`,
      definitions: [...definitions],
      structure: structureText(this.view),
      batches: batches.map((batch) => batch.id),
    };
  }

  /** The scope in words; `compared` are the names of those that a page holds against one another. */
  scope(compared: readonly string[] = []): string {
    const comparison = this.comparison
      ? `, vs ${this.filters.comparison === 'prior_year' ? 'prior year' : 'prior period'}`
      : '';
    const where = compared.length > 1 ? withoutSides(this.where) : this.where;
    const [first, ...others] = compared;
    const filters = Object.entries(where).map(
      ([id, codes]) => `${id.replace(/_/g, ' ')} ${codes.map((code) => this.labelOf(id, code)).join(' or ')}`,
    );
    const whom =
      others.length > 0 ? [`${first} against ${listed(others)}`] : filters.length === 0 ? ['all entities'] : [];
    const structure = this.view.chosen ? [structureName(this.view.chosen.structure)] : [];
    return `${formatPeriod(this.filters.from, this.filters.to)}${comparison}, ${[...whom, ...filters, ...structure].join(', ')}`;
  }

  /** Name of a code where an extract gives one. */
  labelOf(dimension: string, code: string): string {
    if (dimension === 'site') return this.view.dictionaries.siteNames.get(code) ?? code;
    if (dimension === 'owner') return nameOf(this.view, code);
    if (dimension === 'worker_type')
      return this.view.dictionaries.workerTypes.find((type) => type.code === code)?.label ?? code;
    if (dimension === 'worker_class') return code.charAt(0).toUpperCase() + code.slice(1);
    return code;
  }
}

export type History = {
  first: number;
  values: (number | null)[];
  figures: Figure[];
  chart: ControlChart;
  claim: 'rise' | 'fall' | null;
};

const FLAT = 'flat within noise';

/** The same beside a change over the year, which a flat series of months would seem to deny. */
function monthlyText(history: History): string {
  const text = signalText(history);
  return text === FLAT ? `monthly ${FLAT}` : text;
}

/** Words for what a chart allows to say of a series at its latest complete month. */
export function signalText(history: History): string {
  if (history.values.filter((value) => value !== null).length < 12) return 'too few months for a claim';
  if (history.claim === null) return FLAT;
  return `${history.claim === 'rise' ? 'rising' : 'falling'}: signal ${formatMonth(formatIsoMonth(history.first + latestSignal(history)))}`;
}

/** The same as part of a title: "turnover is flat within noise". */
export function trendText(history: History, subject: string): string {
  if (history.values.filter((value) => value !== null).length < 12) return `too few months to judge ${subject}`;
  const word = { rise: 'rising', fall: 'falling', none: FLAT }[history.claim ?? 'none'];
  return `${subject} is ${word}`;
}

function latestSignal({ chart, claim }: History): number {
  if (chart.kind !== 'chart') return 0;
  // The month in which the present run of signals began.
  let at = chart.signals.length - 1;
  while (at > 0 && chart.signals[at - 1].some((signal) => signal.direction === claim)) at--;
  return at;
}

export type KpiOptions = {
  id: string;
  label: string;
  metric: string;
  variant?: string | null;
  lowerIsBetter: boolean;
  detail?: (figure: Figure) => string;
  history?: History;
};

/** A key figure with its change and what the chart allows to say of it. */
export function kpi(
  context: PageContext,
  { id, label, metric, variant, lowerIsBetter, detail, history }: KpiOptions,
): Kpi {
  const figure = context.figure(metric, context.period, variant);
  const before = context.comparison ? context.figure(metric, context.comparison, variant) : null;
  const parts = [
    history && figure.value !== null ? monthlyText(history) : '',
    detail?.(figure) ?? '',
    figure.value === null ? absenceText(figure) : '',
  ].filter((part) => part !== '');
  return {
    id,
    label,
    figure,
    change: changeOf(context, figure, before, { lowerIsBetter, claim: history?.claim ?? null }),
    detail: parts.join(' · '),
    query: context.query(metric, figure.variant),
  };
}

function changeOf(
  context: PageContext,
  now: Figure,
  before: Figure | null,
  { lowerIsBetter, claim }: { lowerIsBetter: boolean; claim: 'rise' | 'fall' | null },
): Kpi['change'] {
  if (!before || now.value === null || before.value === null) return null;
  const difference = now.value - before.value;
  const points = now.unit === 'share' || now.unit === 'ratio';
  const text = `${formatValue(difference, now.unit, { signed: true, points, currency: now.currency })} vs ${context.filters.comparison === 'prior_year' ? 'prior year' : 'prior period'}`;
  // Better or worse is a claim: it takes a signal in that direction.
  const supported = (claim === 'rise' && difference > 0) || (claim === 'fall' && difference < 0);
  const tone: Tone = !supported ? 'neutral' : difference > 0 === lowerIsBetter ? 'worse' : 'better';
  return { text, tone };
}

export function absenceText(figure: Figure): string {
  if (figure.absence === 'suppressed') return 'hidden: too few people';
  if (figure.missing.length > 0) return `needs ${figure.missing.join(', ')}`;
  return figure.absence === 'no_base' ? 'no base' : (figure.note ?? 'not measured');
}
