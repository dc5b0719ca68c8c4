import type { People } from '../cube/people.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { asksForLines, countLinePeople } from './line-people.ts';
import type { PeopleQuestion } from './line-people.ts';
import { tupleGroups } from './tuple-groups.ts';
import { ViewMemory } from './view-memory.ts';

/** Figures of one page share the people behind them. */
const counted = new ViewMemory<People[]>(64);
const ofLines = new ViewMemory<People[][]>(64);

const NOBODY: People = { count: 0, cost: 0, largest: 0, second: 0 };

/** People with hours or pay behind groups of labour, by group and range of months; nobody behind one that is not there. */
export function peopleBehind(view: WorkspaceView, question: PeopleQuestion): People[][] {
  const { by, where, ranges, codes } = question;
  const months = ranges.map(({ first, last }) => [first, last]);
  if (asksForLines(view, by, where))
    return ofLines.recall(view, [by, where, months, codes], () => countLinePeople(view, question));
  const groups = tupleGroups(view, by, where);
  const people = counted.recall(view, [by, where, months], () =>
    view.peopleCounter().count({ groupOf: groups.groupOf, groups: groups.keys.length }, ranges),
  );
  const positions = new Map(groups.keys.map((key, i) => [key.join('\u0000'), i]));
  return codes.map((code) => {
    const at = positions.get(code.join('\u0000'));
    return ranges.map((_, range) => (at === undefined ? NOBODY : people[at * ranges.length + range]));
  });
}
