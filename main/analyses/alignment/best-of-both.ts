import { isMeasured } from './dimension.ts';
import type { Gap, Measurement, NotMeasured } from './dimension.ts';
import type { Question } from './questions.ts';

/**
 * What a dimension measures. Where the better of both ways is its target, the model has to move as well: what it would
 * have to close stands beneath the gaps of the entity.
 */
export function answerTo({ dimension, facts, mirrored }: Question): Measurement | NotMeasured {
  const outcome = dimension.measure(facts);
  if (mirrored === null || dimension.bestOfBoth === undefined || !isMeasured(outcome)) return outcome;
  const other = dimension.measure(mirrored);
  return isMeasured(other)
    ? dimension.bestOfBoth(outcome, { ...other, gaps: namedGaps(other.gaps, facts.against.name) })
    : outcome;
}

/** Gaps of the model under its name, apart from those of the entity. */
function namedGaps(gaps: readonly Gap[], name: string): Gap[] {
  return gaps.map((gap) => ({
    ...gap,
    id: `model ${gap.id}`,
    label: `${name}: ${gap.label.charAt(0).toLowerCase()}${gap.label.slice(1)}`,
  }));
}

/** The measurement with those gaps of the model that it closes as well, since both take the better way. */
export function withGapsOfModel(
  outcome: Measurement,
  model: Measurement,
  isShared: (gap: Gap) => boolean,
): Measurement {
  return { ...outcome, gaps: [...outcome.gaps, ...model.gaps.filter(isShared)] };
}
