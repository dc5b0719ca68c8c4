import { closedTo, shownCurve } from '../analyses/survival/conceal-few.ts';
import { ENOUGH_AT_RISK, INTERVAL } from '../analyses/survival/defaults.ts';
import { computeSurvival } from '../analyses/survival/survival.ts';
import type { SurvivalPoint } from '../analyses/survival/survival-points.ts';
import { formatNumber, formatValue } from '../contract/format.ts';
import type { PairsChart } from '../contract/page.ts';
import type { Spell } from '../workforce/spell.ts';
import { survivalSpells } from '../workforce/survival-spells.ts';
import type { PageContext } from './page.ts';
import { DAYS_A_MONTH } from './survival-lines.ts';

/** Bars of times or groups, which a clean room has in place of curves: those would tell when somebody left. */
export const CLOSED_CHART: Pick<PairsChart, 'kind' | 'measures'> = {
  kind: 'pairs',
  measures: [{ label: 'in post', role: 'group1' }],
};

/**
 * How many of all people of a filter are still in post at the few times that a clean room tells: the points that
 * `survival` tells there. Every step of a curve would tell when somebody left, and a period of the asker's choice would
 * move the times; of the groups of a split hardly a point could be told.
 */
export function closedSurvival(context: PageContext, spells: readonly Spell[]): PairsChart {
  const bars = closedPoints(context, spells).map(({ time, survival, lower, upper }) => ({
    label: `After ${formatNumber(time / DAYS_A_MONTH)} months${lower === null || upper === null ? '' : ` (${formatNumber(lower * 100)}–${formatNumber(upper * 100)}%)`}`,
    values: [survival],
    narrow: null,
    query: context.query('turnover', 'all', context.period),
  }));
  return {
    ...CLOSED_CHART,
    unit: 'share',
    title: 'Share still in post',
    subtitle: 'By months of service, over all that the rosters see, at the times that a clean room tells; 95% interval',
    description:
      bars.length === 0
        ? 'No time may be told in a clean room.'
        : `Share still in post: ${bars.map(({ label, values }) => `${label} ${formatValue(values[0], 'share')}`).join(', ')}.`,
    bars,
  };
}

function closedPoints({ where }: PageContext, spells: readonly Spell[]): SurvivalPoint[] {
  const split = { by: [], where };
  const { unit, undated: _undated, people: _people, ...grouped } = survivalSpells(spells, split);
  const { times, hides } = closedTo(split, (other) => survivalSpells(spells, other));
  const { curves } = computeSurvival(grouped, { conf: INTERVAL.interval, at: times, unit });
  return curves
    .flatMap((curve, group) => (hides[group].whole ? [] : shownCurve(curve, hides[group].points).points))
    .filter(({ survival, atRisk }) => survival !== null && atRisk >= ENOUGH_AT_RISK);
}
