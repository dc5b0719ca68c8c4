import type { AlignmentTarget } from '../../contract/decisions.ts';
import type { Assessed } from './assess.ts';
import { isMeasured } from './dimension.ts';
import type { Gap } from './dimension.ts';

/**
 * Gaps that may be stated: what rests on a difference is not there where chance explains it, and what is kept apart by
 * decision has none to close. Where nothing measures what closing costs, the first gap has what its owner says.
 */
export function statedGaps(
  { outcome, verdict }: Pick<Assessed, 'outcome' | 'verdict'>,
  target: AlignmentTarget | null = null,
): readonly Gap[] {
  if (!isMeasured(outcome) || verdict === 'kept_apart') return [];
  const gaps = outcome.gaps.filter(({ rests }) => rests === 'fact' || verdict !== 'no_detectable_difference');
  const stated = target?.cost ?? null;
  if (stated === null || gaps.length === 0 || costOf(gaps) !== null) return gaps;
  const by = target?.owner ?? 'its owner';
  const [first, ...rest] = gaps;
  return [
    { ...first, label: `${first.label} (cost as ${by} states it)`, cost: stated, basis: `Stated by ${by}.` },
    ...rest,
  ];
}

/** Money a year to close all gaps of a dimension; null where none has a price. */
export function costOf(gaps: readonly Gap[]): number | null {
  const priced = gaps.flatMap(({ cost }) => (cost === null ? [] : [cost]));
  return priced.length === 0 ? null : priced.reduce((sum, cost) => sum + cost, 0);
}

/** People whom the gap that concerns most of them affects: the gaps of a dimension are mostly the same people's. */
export function peopleOf(gaps: readonly Gap[]): number | null {
  const known = gaps.flatMap(({ people }) => (people === null ? [] : [people]));
  return known.length === 0 ? null : Math.max(...known);
}
