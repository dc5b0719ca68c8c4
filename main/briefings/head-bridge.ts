import { countHeadChanges } from '../analyses/retention/head-changes.ts';
import { EXIT_WAYS } from '../analyses/retention/presences.ts';
import { mergeSmallKinds } from '../analyses/retention/small-kinds.ts';
import { formatValue } from '../contract/format.ts';
import type { BridgeChart } from '../contract/page.ts';
import type { PageContext } from './page.ts';
import type { PeopleScope } from './people-scope.ts';

type Step = BridgeChart['steps'][number];

/** From heads at the start to heads at the end: exact, ways to leave that few took put together. */
export function headBridge(context: PageContext, { presences }: PeopleScope): BridgeChart {
  const { opening, came, went, closing } = countHeadChanges(presences);
  const { from, to } = context.period;
  const heads = (month: number) => context.query('headcount', 'employees', { from: month, to: month });
  const total = (label: string, value: number, role: 'neutral' | 'total', month: number): Step => ({
    label,
    value,
    total: true,
    role,
    note: null,
    query: heads(month),
  });
  const step = (label: string, value: number, query: Step['query'], note: string | null = null): Step => ({
    label,
    value,
    total: false,
    role: value < 0 ? 'decrease' : 'increase',
    note,
    query,
  });
  const hired = (variant: string) => context.query('hires', variant);
  const exits = mergeSmallKinds(EXIT_WAYS.map((kind) => ({ kind, count: went[kind] })));
  const moved = came.moved - went.moved;
  return {
    kind: 'bridge',
    unit: 'count',
    currency: null,
    title: 'From heads at the start to heads at the end',
    subtitle: 'Employees without per diem; a move between places is no separation',
    description: `Heads were ${formatValue(opening, 'count', { full: true })} at the start and ${formatValue(closing, 'count', { full: true })} at the end.`,
    steps: [
      total('At the start', opening, 'neutral', from - 1),
      ...[
        step('Hired', came.hire, hired('hire')),
        step('Rehired', came.rehire, hired('rehire')),
        step('Converted', came.conversion, hired('conversion'), 'were outside workers'),
        step('Acquired', came.acquired, heads(to), 'came with an entity'),
        step('First seen', came.first_seen, heads(to), 'no earlier extract has them'),
        step('Moved, net', moved, heads(to), `${came.moved} in, ${went.moved} out of this scope`),
        ...exits.map(({ kinds, count }) =>
          step(
            kinds.length === EXIT_WAYS.length ? 'Left' : sentence(kinds.join(', ')),
            -count,
            context.query('separations', kinds.length === 1 ? kinds[0] : 'all'),
            kinds.length > 1 ? 'together: few took one of these ways' : null,
          ),
        ),
        step('Divested', -went.divested, heads(to), 'went with an entity'),
      ].filter(({ value }) => value !== 0),
      total('At the end', closing, 'total', to),
    ],
  };
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
