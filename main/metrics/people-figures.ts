import type { Exclusion } from '../contract/figure.ts';
import type { People } from '../cube/people.ts';
import { daysOfPeriod } from '../model/period.ts';
import { groupStays } from '../workforce/stays.ts';
import type { Stay, StayGroup } from '../workforce/stays.ts';
import { readWorkforce } from '../workforce/workforce.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import type { Answer, FigureTable, Plan } from './figure-table.ts';
import { hiddenFigures } from './hidden-figures.ts';
import type { PeopleTable } from './hidden-figures.ts';
import type { Outcome } from './metric.ts';
import { contextFinder } from './people-context.ts';
import type { Unseen } from './people-context.ts';
import type { PeopleContext, PeopleMetric } from './people-metric.ts';
import { RowCounter, rowsBeneath } from './people-rows.ts';
import { ViewMemory } from './view-memory.ts';

const answers = new ViewMemory<StayGroup[]>(32);
/** Whatever the filter: a filter that changes finds them there. */
const counted = new ViewMemory<PeopleTable>(128);

/** Counting further than this would hide nothing more. */
const MANY = 200;
/** Months differ in length: a snapshot on each last day may be so much further from the next than February is long. */
const SLACK_DAYS = 3;

/** Stays of a workspace by group. */
export function staysOf(view: WorkspaceView, request: Pick<Plan<unknown>, 'by' | 'where'>): StayGroup[] {
  const { by, where } = request;
  return answers.recall(view, [by, where], () => {
    const { workforce, observedOf } = readWorkforce(view);
    return groupStays(workforce.spells, { by, where, observedOf });
  });
}

/** Figures of a metric that is computed from spells. */
export function peopleFigures(view: WorkspaceView, plan: Plan<PeopleMetric>): FigureTable {
  const { metric, by, periods } = plan;
  const reading = readWorkforce(view);
  const found = staysOf(view, plan);
  const groups = found.length === 0 && by.length === 0 ? [{ codes: [], stays: [] }] : found;
  const contexts = groups.map(({ stays }) => {
    const contextOf = contextFinder(reading, stays);
    return periods.map((period) => contextOf(daysOfPeriod(period)));
  });
  const shown = groups
    .map((group, g) => ({ group, contexts: contexts[g] }))
    .filter(({ group, contexts: ofGroup }) => by.length === 0 || ofGroup.some((context) => hasStays(group, context)));
  const counter = new RowCounter(reading);
  return {
    groups: shown.map(({ group }) => group.codes),
    hidden: (variant) =>
      metric.reveals === 'nothing' && view.cleanRoom() === null
        ? null
        : hiddenFigures({ by, where: plan.where, groups: shown.map(({ group }) => group.codes) }, (dimensions) =>
            counted.recall(view, [metric.id, variant, dimensions, plan.periods], () =>
              peopleBy(view, plan, variant, dimensions),
            ),
          ),
    answer(variant, g, p): Answer {
      const { group, contexts: ofGroup } = shown[g];
      const context = ofGroup[p];
      if ('absence' in context) return { outcome: context, rows: 0, exclusions: [], currency: null };
      const rows = (stays: readonly Stay[]) => counter.count(rowsBeneath(reading, stays, metric, context));
      const base: Stay[] = [];
      const excluded = new Map<string, Stay[]>();
      for (const stay of group.stays) {
        const placement = metric.place(stay, context, variant);
        if (placement === 'base') base.push(stay);
        else if (placement !== null) {
          const known = excluded.get(placement.excluded);
          if (known) known.push(stay);
          else excluded.set(placement.excluded, [stay]);
        }
      }
      return {
        outcome: outcomeOf(metric, group.stays, context, variant),
        rows: rows(base),
        exclusions: [...excluded]
          .map(([reason, stays]): Exclusion => ({ reason, rows: rows(stays), hours: 0, costMinor: 0 }))
          .sort((a, b) => (a.reason < b.reason ? -1 : 1)),
        currency: null,
      };
    },
  };
}

type Context = PeopleContext | Unseen;

function hasStays({ stays }: StayGroup, context: Context): boolean {
  return 'absence' in context
    ? false
    : stays.some(({ first, last }) => first <= context.period.last && last >= context.period.first);
}

function outcomeOf(
  metric: PeopleMetric,
  stays: readonly Stay[],
  context: PeopleContext,
  variant: string | null,
): Outcome {
  const length = context.period.last - context.period.first + 1;
  if (metric.isFlow && context.snapshotGap === null)
    return { absence: 'not_measured', missing: [], note: 'one snapshot alone shows nobody coming or leaving' };
  if (metric.isFlow && context.snapshotGap! > length + SLACK_DAYS)
    return {
      absence: 'not_measured',
      missing: [],
      note: `snapshots ${context.snapshotGap} days apart cannot tell what happened in a period of ${length} days`,
    };
  return metric.compute(stays, context, variant);
}

/** People of whom the figures tell something, by some dimensions and period, whatever the filter. */
function peopleBy(
  view: WorkspaceView,
  { metric, periods }: Plan<PeopleMetric>,
  variant: string | null,
  dimensions: readonly string[],
): PeopleTable {
  const reading = readWorkforce(view);
  const groups = staysOf(view, { by: dimensions, where: {} });
  const countIn = (stays: readonly Stay[], context: Context): People => {
    const people = new Set<string>();
    if (!('absence' in context)) {
      for (const stay of stays) {
        if (people.size === MANY) break;
        if (metric.about?.(stay, context, variant) ?? metric.place(stay, context, variant) === 'base')
          people.add(stay.spell.person);
      }
    }
    return { count: people.size, cost: 0, largest: 0, second: 0 };
  };
  return {
    codes: groups.map(({ codes }) => codes),
    grid: groups.map(({ stays }) => {
      const contextOf = contextFinder(reading, stays);
      return periods.map((period) => countIn(stays, contextOf(daysOfPeriod(period))));
    }),
  };
}
