import { SMALLEST_GROUP } from '../../../metrics/suppression.ts';
import { toldAs } from '../../../metrics/told-people.ts';
import { weightedQuantile } from '../../../stats/weighted-quantile.ts';
import type { Gap } from '../dimension.ts';
import type { AlignmentFacts } from '../facts/facts.ts';
import { isOwn } from '../heads-of.ts';
import { spansOf } from '../managers.ts';
import type { Manager } from '../managers.ts';
import { yearlyPay } from './yearly.ts';

/**
 * Posts of managers that the model's median span would not need, and at most what they are paid: whether a post can
 * go is for people to decide. Nothing where spans are as wide as the model's; money is hidden over few managers.
 */
export function narrowSpans(facts: AlignmentFacts, managers: readonly Manager[]): Gap[] {
  const own = managers.filter((manager) => isOwn(facts, manager));
  const spans = spansOf(facts, managers, false);
  const median = weightedQuantile(
    spans,
    spans.map(() => 1),
    0.5,
  );
  const needed = Math.ceil(own.reduce((sum, { reports }) => sum + reports, 0) / median);
  const surplus = own.length - needed;
  if (surplus <= 0) return [];
  const yearly = own.flatMap(({ head }) => (head?.rate == null ? [] : (yearlyPay(head, head.rate) ?? [])));
  const unloaded = own.some(({ head }) => head?.rate != null && head.variableLoad === null);
  const mean = yearly.reduce((sum, pay) => sum + pay, 0) / yearly.length;
  return [
    {
      id: 'narrow_spans',
      label: `Spans narrower than the model’s, ${toldAs(surplus, facts, 'post of a manager', 'posts of managers')}`,
      people: surplus,
      cost: yearly.length < SMALLEST_GROUP || surplus < SMALLEST_GROUP ? null : -Math.round(mean * surplus),
      basis: `Managers beyond reports ÷ the model’s median span, times the mean yearly pay of the entity’s managers${unloaded ? ', without variable load where the loads extract gives none' : ''}.`,
      rests: 'difference',
    },
  ];
}
