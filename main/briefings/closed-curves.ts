import { closedTo, shownCurve } from '../analyses/survival/conceal-few.ts';
import { ENOUGH_AT_RISK, INTERVAL } from '../analyses/survival/defaults.ts';
import { computeSurvival } from '../analyses/survival/survival.ts';
import type { SurvivalChart } from '../contract/page.ts';
import { survivalSpells } from '../workforce/survival-spells.ts';
import type { Spell } from '../workforce/spell.ts';
import type { PageContext } from './page.ts';
import { DAYS_A_MONTH } from './survival-lines.ts';

type Points = SurvivalChart['curves'][number]['points'];

/**
 * The curve of all people of a filter as a clean room tells it, in months: the points that `survival` tells, at the
 * same few times and without numbers at risk. Every step of a whole curve would tell when somebody left, and a period
 * of the asker's choice would move the times; of the groups of a split hardly a point could be told.
 */
export function closedPoints({ where }: Pick<PageContext, 'where'>, spells: readonly Spell[]): Points {
  const split = { by: [], where };
  const { unit, undated: _undated, people: _people, ...grouped } = survivalSpells(spells, split);
  const { times, hides } = closedTo(split, (other) => survivalSpells(spells, other));
  const { curves } = computeSurvival(grouped, { conf: INTERVAL.interval, at: times, unit });
  return curves.flatMap((curve, group) =>
    (hides[group].whole ? [] : shownCurve(curve, hides[group].points).points).flatMap(
      ({ time, survival, lower, upper, atRisk }) =>
        survival === null || atRisk < ENOUGH_AT_RISK ? [] : [{ time: time / DAYS_A_MONTH, survival, lower, upper }],
    ),
  );
}
