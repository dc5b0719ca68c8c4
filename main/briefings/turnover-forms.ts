import { bridgeTurnover } from '../analyses/retention/turnover-variants.ts';
import type { TurnoverStep } from '../analyses/retention/turnover-variants.ts';
import { formatPeriod, formatValue } from '../contract/format.ts';
import type { BridgeChart } from '../contract/page.ts';
import type { PageContext } from './page.ts';
import type { PeopleScope } from './people-scope.ts';

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
  return {
    ...frame,
    description: `${FIRST[bridge.first.id]} turnover is ${formatValue(bridge.first.value, 'ratio')}, all turnover ${formatValue(bridge.turnover, 'ratio')}, annualised ${formatValue(bridge.annualised, 'ratio')} and with per diem workers ${formatValue(bridge.withPerDiem, 'ratio')}.`,
    steps: [
      {
        label: FIRST[bridge.first.id],
        value: bridge.first.value,
        total: true,
        role: 'neutral',
        note: '÷ mean heads',
        query: context.query('turnover', bridge.first.id),
      },
      ...bridge.steps
        .filter(({ change }) => change !== 0)
        .map(({ id, change, to }) => ({
          label: STEPS[id].label,
          value: change,
          total: false,
          role: change < 0 ? ('decrease' as const) : ('increase' as const),
          note: `${STEPS[id].note ? `${STEPS[id].note}; ` : ''}then ${formatValue(to, 'ratio')}`,
          query: stepQuery(context, id),
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

function stepQuery(context: PageContext, id: TurnoverStep['id']) {
  return id === 'annualised' || id === 'per_diem'
    ? context.query('turnover_annualized', 'all')
    : context.query('turnover', id);
}
