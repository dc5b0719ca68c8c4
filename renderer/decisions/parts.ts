import type { DecisionPart } from '../../main/contract/decisions.ts';

export const DECISION_PARTS: readonly DecisionPart[] = ['assumptions', 'targets', 'synergies', 'waves', 'clean_room'];

export const PART_TITLES: Record<DecisionPart, string> = {
  assumptions: 'Assumptions',
  targets: 'Integration targets',
  synergies: 'Synergy ledger',
  waves: 'Waves',
  clean_room: 'Clean room',
};

export const PART_NOTES: Record<DecisionPart, string> = {
  assumptions: 'What no extract tells, as a range: the cost of turnover is printed from its low to its high end.',
  targets: 'What each dimension of an entity is to become, who answers for it and by when.',
  synergies: 'What was promised, bound to a metric that must move. What was realised is measured, never typed in.',
  waves: 'Milestones of an integration: a day by which targets are to be reached and synergies to arrive.',
  clean_room: 'Before a deal closes, figures may be compared and people may not.',
};
