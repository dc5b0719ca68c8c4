import { bridgeTurnover } from '../analyses/retention/turnover-variants.ts';
import type { TurnoverStep } from '../analyses/retention/turnover-variants.ts';
import { formatPeriod, formatValue } from '../contract/format.ts';
import type { BridgeChart } from '../contract/page.ts';
import type { PageContext } from './page.ts';
import type { PeopleScope } from './people-scope.ts';
import { tellsVoluntary, toldWays } from './told-ways.ts';

const STEPS: Record<TurnoverStep['id'], { label: string; note: string | null }> = {
  involuntary: { label: 'Involuntary', note: null },
  other: { label: 'Other', note: 'retired, died, contract ended' },
  unclassified: { label: 'Unclassified', note: 'reason not mapped' },
  annualised: { label: 'Annualised', note: '÷ person-years, not mean heads' },
  per_diem: { label: 'Per diem', note: 'on both sides of the division' },
};

const FIRST = { voluntary: 'Voluntary', all: 'All' } as const;

/** Which turnover: the forms that are mistaken for one another, bridged. */
export function turnoverForms(context: PageContext, scope: PeopleScope): BridgeChart {
  const bridge = bridgeTurnover(
    { headline: scope.presences, all: scope.again({ perDiem: true }) },
    scope.days.last - scope.days.first + 1,
  );
  const period = formatPeriod(context.filters.from, context.filters.to);
  const frame = {
    kind: 'bridge',
    unit: 'ratio',
    currency: null,
    title: 'One turnover, many figures',
    subtitle: `From separations ÷ mean heads to all, annualised, with per diem; ${period}`,
  } as const;
  if (bridge === null) return { ...frame, description: 'Nobody was in post in this period.', steps: [] };
  const tellsFirst = bridge.first.id === 'all' || tellsVoluntary(scope.presences);
  const first = tellsFirst ? bridge.first : { id: 'all' as const, value: bridge.turnover };
  const steps = tellsFirst ? bridge.steps : bridge.steps.filter(({ id }) => !isWay(id));
  return {
    ...frame,
    description: `${FIRST[first.id]} turnover is ${formatValue(first.value, 'ratio')}, all turnover ${formatValue(bridge.turnover, 'ratio')}, annualised ${formatValue(bridge.annualised, 'ratio')} and with per diem workers ${formatValue(bridge.withPerDiem, 'ratio')}.`,
    steps: [
      {
        label: FIRST[first.id],
        value: first.value,
        total: true,
        role: 'neutral',
        note: '÷ mean heads',
        query: context.query('turnover', first.id),
      },
      ...toldSteps(steps, toldWays(scope.presences), first.value).map(({ ids, change, to }) => ({
        label: labelOf(ids),
        value: change,
        total: false,
        role: change < 0 ? ('decrease' as const) : ('increase' as const),
        note: `${noteOf(ids)}then ${formatValue(to, 'ratio')}`,
        query: stepQuery(context, ids),
      })),
      {
        label: 'All, a year',
        value: bridge.withPerDiem,
        total: true,
        role: 'total',
        note: 'with per diem',
        query: context.query('turnover_annualized', 'all'),
      },
    ],
  };
}

type ToldStep = { ids: TurnoverStep['id'][]; change: number; to: number };

/** Steps from a form on, with ways of leaving that few people took put together. */
function toldSteps(steps: readonly TurnoverStep[], ways: readonly (readonly string[])[], from: number): ToldStep[] {
  const told: ToldStep[] = [];
  for (const { id, change } of steps.filter((step) => step.change !== 0)) {
    const together = ways.find((some) => some.includes(id));
    const open = told.find(({ ids }) => together?.includes(ids[0]));
    if (open) {
      open.ids.push(id);
      open.change += change;
    } else told.push({ ids: [id], change, to: 0 });
  }
  let reached = from;
  for (const step of told) step.to = reached += step.change;
  return told;
}

function labelOf(ids: readonly TurnoverStep['id'][]): string {
  return ids.map((id, i) => (i === 0 ? STEPS[id].label : STEPS[id].label.toLowerCase())).join(', ');
}

function isWay(id: TurnoverStep['id']): boolean {
  return id !== 'annualised' && id !== 'per_diem';
}

function noteOf(ids: readonly TurnoverStep['id'][]): string {
  if (ids.length > 1) return 'together: few took one of these ways; ';
  const { note } = STEPS[ids[0]];
  return note ? `${note}; ` : '';
}

function stepQuery(context: PageContext, ids: readonly TurnoverStep['id'][]) {
  if (!isWay(ids[0])) return context.query('turnover_annualized', 'all');
  return context.query('turnover', ids.length === 1 ? ids[0] : 'all');
}
