import { standApart } from '../analyses/side-by-side/stand-apart.ts';
import type { Measure, Standing } from '../analyses/side-by-side/stand-apart.ts';
import type { Figure, FigureQuery } from '../contract/figure.ts';
import { formatValue } from '../contract/format.ts';
import type { MultiplesChart, Role, Table } from '../contract/page.ts';
import { computeFigures } from '../metrics/figures.ts';
import { metricOf } from '../metrics/registry.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import { latestAcquired } from '../workspace/entities.ts';
import { listed } from './listed.ts';
import { NO_TWO_ENTITIES } from './no-deal.ts';
import { absenceText, definePage } from './page.ts';
import type { PageContent, PageContext } from './page.ts';
import { groupsOf, pickedSides, sidesShown, withoutSides } from './sides-compared.ts';
import type { Group } from './sides-compared.ts';
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
    const codes = chosenCodes(context);
    const sides = sidesShown(context.view, codes, MOST);
    if (codes.length < FEWEST) return { ...nothingToCompare(), sides };
    const groups = groupsOf(context.view, codes);
    const names = groups.map(({ name }) => name);
    const where = withoutSides(context.where);
    const figures = computeFigures(
      context.view,
      MEASURES.flatMap(({ metric, variant }) =>
        groups.map((group) => ({
          metric,
          variants: [variant],
          ...context.period,
          where: { ...where, ...group.where },
        })),
      ),
    );
    const shown = MEASURES.map((measure, at) => ({
      measure,
      values: groups.map((_, group) => figures[at * groups.length + group].at(0)),
    })).filter(({ values }) => values.some((figure) => figure?.value != null));
    const standings = standApart(
      context.view,
      shown.map(({ measure }) => measure),
      { groups: groups.map((group) => group.where), where, ...context.period },
    );
    const absent = MEASURES.filter((measure) => !shown.some((one) => one.measure === measure));
    return {
      title: titleOf(names, standings),
      kpis: [],
      chart: chartOf(context, { groups, shown, standings }),
      inset: null,
      table: tableOf(names, shown, standings),
      recommendation: null,
      notices: absent.length === 0 ? [] : [absentText(context, absent)],
      sides,
    };
  },
});

type Shown = { measure: Measure; values: (Figure | undefined)[] };

/** Those that the reader picked; else the entity acquired last and those with most hours. */
function chosenCodes(context: PageContext): string[] {
  const { view, filters } = context;
  const picked = pickedSides(filters);
  if (picked.length >= FEWEST) return picked.slice(0, MOST);
  const acquired = picked.at(0) ?? latestAcquired(view.entities)?.code;
  const entities = largest(context, 'entity');
  // Extracts whose sites are the entities name owners alone.
  if (entities.length === 0 && view.dimensions.has('owner'))
    return [...new Set([...picked, ...largest(context, 'owner')])].slice(0, MOST);
  const first = acquired !== undefined && entities.includes(acquired) ? [acquired] : [];
  return [...new Set([...first, ...entities])].slice(0, MOST);
}

/** Codes of all entities or owners, those with most hours first. */
function largest(context: PageContext, dimension: 'entity' | 'owner'): string[] {
  const codes = context.view.dimensions.column(dimension).codes.filter((code) => code !== UNKNOWN_CODE);
  const [hours] = context.figures([
    { metric: 'productive_hours', by: [dimension], ...context.period, where: { [dimension]: codes } },
  ]);
  return hours.sort((a, b) => (b.value ?? 0) - (a.value ?? 0)).map(({ by }) => by[dimension]);
}

/** Which measures nobody has, each with the extracts that would tell. */
function absentText(context: PageContext, absent: readonly Measure[]): string {
  const figures = computeFigures(
    context.view,
    absent.map(({ metric, variant }) => ({ metric, variants: [variant], ...context.period, where: {} })),
  );
  const said = absent.map((measure, at) => {
    const missing = figures[at].at(0)?.missing ?? [];
    return `${titleOfMeasure(measure)}${missing.length > 0 ? ` (needs ${listed(missing)})` : ''}`;
  });
  return `Not measured for any of them: ${said.join(', ')}.`;
}

function titleOf([first, ...rest]: readonly string[], standings: readonly Standing[]): string {
  const others = rest.length === 1 ? rest[0] : 'the others';
  const apart = standings.filter((standing) => standing === 'apart').length;
  const told = standings.filter((standing) => standing !== 'too_few_sites').length;
  if (standings.length === 0) return `What sets ${first} apart from ${others} cannot be told from these extracts`;
  if (told === 0) return `${first} stands beside ${others}; too few sites to tell any difference from chance`;
  if (apart === 0)
    return `${first} differs from ${others} by no more than chance on ${told === 1 ? 'the one measure that can be judged' : `any of ${told} measures`}`;
  if (apart < told)
    return `${first} stands apart from ${others} on ${apart} of ${told} measures; the rest could be chance`;
  const all = told === 1 ? 'the one measure that can be judged' : told === 2 ? 'both measures' : `all ${told} measures`;
  return `${first} stands apart from ${others} on ${all}, by more than chance explains`;
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
  { groups, shown, standings }: { groups: Group[]; shown: Shown[]; standings: Standing[] },
): MultiplesChart {
  const names = groups.map(({ name }) => name);
  return {
    kind: 'multiples',
    title: 'One set of definitions',
    subtitle: 'Each measure on one scale for all',
    description: `${shown.length} ${shown.length === 1 ? 'measure' : 'measures'} of ${names.join(', ')} side by side.`,
    groups: names.map((label, at) => ({ label, role: at === 0 ? ROLES[0] : ROLES[1] })),
    panels: shown.map(({ measure, values }, at) => ({
      title: titleOfMeasure(measure, values),
      unit: metricOf(measure.metric).unit,
      currency: null,
      values: values.map((figure, group) => ({
        value: figure?.value ?? null,
        absence: figure === undefined ? 'no rows' : figure.value === null ? absenceText(figure) : null,
        query: queryOf(context, measure, groups[group]),
      })),
      note: saidOf(names[0], values[0], standings[at]),
    })),
  };
}

function queryOf(context: PageContext, { metric, variant }: Measure, group: Group): FigureQuery {
  return { ...context.query(metric, variant), where: { ...withoutSides(context.where), ...group.where } };
}

function tableOf(names: readonly string[], shown: readonly Shown[], standings: readonly Standing[]): Table {
  if (shown.length === 0) return EMPTY_TABLE;
  const tested = standings.filter((standing) => standing !== 'too_few_sites').length;
  return {
    title: 'What chance could explain',
    subtitle: `${names[0]} against ${names.length === 2 ? names[1] : 'the others together'}; whole sites exchanged${tested > 1 ? `, corrected for ${tested} measures` : ''}`,
    columns: [
      textColumn('measure', 'Measure'),
      textColumn('first', names[0]),
      textColumn('others', names.length === 2 ? names[1] : 'Others'),
      textColumn('said', 'Verdict'),
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
          { text: titleOfMeasure(measure, [first, ...others]) },
          { text: text(first?.value) },
          { text: range },
          { text: saidOf(names[0], first, standings[at]) },
        ],
      };
    }),
  };
}

/** What it is called; a figure that is per something says what that is. */
function titleOfMeasure({ metric }: Measure, values: readonly (Figure | undefined)[] = []): string {
  const [note, ...otherNotes] = new Set(values.flatMap((figure) => figure?.note ?? []));
  const { title, unit } = metricOf(metric);
  return unit === 'hours_per_unit' && note !== undefined && otherNotes.length === 0 ? `Hours ${note}` : title;
}

function nothingToCompare(): PageContent {
  return {
    title: 'No entities are held side by side yet',
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
    notices: [NO_TWO_ENTITIES],
  };
}
