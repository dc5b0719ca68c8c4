import { standApart } from '../analyses/side-by-side/stand-apart.ts';
import type { Measure, Standing } from '../analyses/side-by-side/stand-apart.ts';
import type { Figure } from '../contract/figure.ts';
import { formatValue } from '../contract/format.ts';
import type { MultiplesChart, Role, Table } from '../contract/page.ts';
import { metricOf } from '../metrics/registry.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import { latestAcquired } from '../workspace/entities.ts';
import { absenceText, definePage } from './page.ts';
import type { PageContent, PageContext } from './page.ts';
import { EMPTY_TABLE, textColumn } from './table-columns.ts';

const MEASURES: readonly Measure[] = [
  { metric: 'external_share_hours', variant: 'all' },
  { metric: 'external_share_cost', variant: null },
  { metric: 'overtime_share', variant: null },
  { metric: 'turnover_annualized', variant: 'all' },
  { metric: 'stability_index', variant: null },
  { metric: 'hours_per_unit', variant: 'all' },
];

const FEWEST = 2;
const MOST = 6;
/** The entity in question has a colour of its own; the others share one. */
const ROLES: readonly [Role, Role] = ['total', 'neutral'];

export default definePage({
  id: 'side_by_side',
  label: 'Side by side',
  question: 'How do entities compare on one set of definitions?',
  definitions: MEASURES.map(({ metric }) => metric),
  build(context) {
    const { dimension, codes } = chosenGroups(context);
    const names = codes.map((code) => nameOf(context, code));
    if (codes.length < FEWEST) return nothingToCompare();
    const scope = { by: [dimension], ...context.period, where: { [dimension]: codes } };
    const figures = context.figures(MEASURES.map(({ metric, variant }) => ({ metric, variants: [variant], ...scope })));
    const of = (at: number, code: string) => figures[at].find(({ by }) => by[dimension] === code);
    const shown = MEASURES.flatMap((measure, at) =>
      codes.some((code) => of(at, code)?.value != null) ? [{ measure, values: codes.map((code) => of(at, code)) }] : [],
    );
    const standings = standApart(
      context.view,
      shown.map(({ measure }) => measure),
      { dimension, groups: codes, where: context.where, from: context.period.from, to: context.period.to },
    );
    const absent = MEASURES.filter((measure) => !shown.some((one) => one.measure === measure));
    return {
      title: titleOf(names, standings),
      kpis: [],
      chart: chartOf(context, { dimension, codes, names, shown, standings }),
      inset: null,
      table: tableOf(names, shown, standings),
      recommendation: null,
      notices: absent.length === 0 ? [] : [`Not measured for any of them: ${absent.map(titleOfMeasure).join(', ')}.`],
    };
  },
});

type Shown = { measure: Measure; values: (Figure | undefined)[] };

/** Entities, or owners, that the filter names; else the one acquired last and those with most hours. */
function chosenGroups(context: PageContext): { dimension: 'entity' | 'owner'; codes: string[] } {
  const { view, where } = context;
  const owners = where['owner'];
  if (owners && owners.length >= FEWEST) return { dimension: 'owner', codes: owners.slice(0, MOST) };
  const picked = where['entity'];
  if (picked && picked.length >= FEWEST) return { dimension: 'entity', codes: picked.slice(0, MOST) };
  const acquired = picked?.[0] ?? latestAcquired(view.entities)?.code;
  const entities = largest(context, 'entity');
  // Extracts whose sites are the entities name owners alone.
  if (entities.length === 0 && view.dimensions.has('owner'))
    return { dimension: 'owner', codes: largest(context, 'owner').slice(0, MOST) };
  const first = acquired !== undefined && entities.includes(acquired) ? [acquired] : [];
  return { dimension: 'entity', codes: [...new Set([...first, ...entities])].slice(0, MOST) };
}

/** Codes of all entities or owners, those with most hours first. */
function largest(context: PageContext, dimension: 'entity' | 'owner'): string[] {
  const codes = context.view.dimensions.column(dimension).codes.filter((code) => code !== UNKNOWN_CODE);
  const [hours] = context.figures([
    { metric: 'productive_hours', by: [dimension], ...context.period, where: { [dimension]: codes } },
  ]);
  return hours.sort((a, b) => (b.value ?? 0) - (a.value ?? 0)).map(({ by }) => by[dimension]);
}

function nameOf({ view }: PageContext, code: string): string {
  return view.entities.get(code)?.name ?? code;
}

function titleOf([first]: readonly string[], standings: readonly Standing[]): string {
  const apart = standings.filter((standing) => standing === 'apart').length;
  const told = standings.filter((standing) => standing !== 'too_few_sites').length;
  if (standings.length === 0) return 'None of the measures is known for these entities';
  if (told === 0) return `${first} stands beside the others; too few sites to tell any difference from chance`;
  if (apart === 0) return `${first} differs from the others on none of ${told} measures by more than chance`;
  if (apart === told)
    return `${first} stands apart from the others on all ${told} measures that can be told from chance`;
  return `${first} stands apart from the others on ${apart} of ${told} measures; chance explains the rest`;
}

const WORDS: Readonly<Record<Standing, (first: string) => string>> = {
  apart: (first) => `${first} stands apart`,
  within_noise: () => 'no detectable difference',
  too_few_sites: () => 'too few sites to tell',
};

function saidOf(name: string, first: Figure | undefined, standing: Standing): string {
  return first?.value == null ? `not known for ${name}` : WORDS[standing](name);
}

function chartOf(
  context: PageContext,
  {
    dimension,
    codes,
    names,
    shown,
    standings,
  }: { dimension: string; codes: string[]; names: string[]; shown: Shown[]; standings: Standing[] },
): MultiplesChart {
  return {
    kind: 'multiples',
    title: 'One set of definitions',
    subtitle: 'Each measure on one scale for all',
    description: `${shown.length} measures of ${names.join(', ')} side by side.`,
    groups: names.map((label, at) => ({ label, role: at === 0 ? ROLES[0] : ROLES[1] })),
    panels: shown.map(({ measure, values }, at) => ({
      title: titleOfMeasure(measure),
      unit: metricOf(measure.metric).unit,
      currency: null,
      values: values.map((figure, group) => ({
        value: figure?.value ?? null,
        absence: figure === undefined ? 'no rows' : figure.value === null ? absenceText(figure) : null,
        query: context.query(measure.metric, measure.variant, context.period, { [dimension]: [codes[group]] }),
      })),
      note: saidOf(names[0], values[0], standings[at]),
    })),
  };
}

function tableOf(names: readonly string[], shown: readonly Shown[], standings: readonly Standing[]): Table {
  if (shown.length === 0) return EMPTY_TABLE;
  return {
    title: 'What chance explains',
    subtitle: `${names[0]} against the others together; whole sites exchanged, corrected for ${shown.length} measures`,
    columns: [
      textColumn('measure', 'Measure'),
      textColumn('first', names[0]),
      textColumn('others', 'Others'),
      textColumn('said', 'Said'),
    ],
    rows: shown.map(({ measure, values: [first, ...others] }, at) => {
      const { unit } = metricOf(measure.metric);
      const text = (value: number | null | undefined) => formatValue(value ?? null, unit);
      const known = others.flatMap((figure) => figure?.value ?? []);
      const [least, most] = [Math.min(...known), Math.max(...known)];
      const range = known.length === 0 ? text(null) : least === most ? text(least) : `${text(least)} to ${text(most)}`;
      return {
        id: measure.metric,
        narrow: null,
        remainder: false,
        cells: [
          { text: titleOfMeasure(measure) },
          { text: text(first?.value) },
          { text: range },
          { text: saidOf(names[0], first, standings[at]) },
        ],
      };
    }),
  };
}

function titleOfMeasure({ metric }: Measure): string {
  return metricOf(metric).title;
}

function nothingToCompare(): PageContent {
  return {
    title: 'There are no two entities to compare in these extracts',
    kpis: [],
    chart: {
      kind: 'multiples',
      title: 'One set of definitions',
      subtitle: 'Nothing to compare',
      description: 'No two entities can be compared.',
      groups: [],
      panels: [],
    },
    inset: null,
    table: EMPTY_TABLE,
    recommendation: null,
    notices: ['Import extracts that name their entity, or pick two to six entities or owners above.'],
  };
}
