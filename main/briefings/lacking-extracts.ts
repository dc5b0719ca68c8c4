import type { Alignment } from '../analyses/alignment/align.ts';
import { isMeasured } from '../analyses/alignment/dimension.ts';

/** Which extracts would tell what cannot be measured, and why not where none would; nothing where all is. */
export function lackingExtracts({ dimensions }: Pick<Alignment, 'dimensions'>): string[] {
  const unmeasured = dimensions.filter(({ outcome, verdict }) => !isMeasured(outcome) && verdict !== 'kept_apart');
  const lacking = [...new Set(unmeasured.flatMap(({ outcome }) => outcome.missing))].sort();
  const others = unmeasured.flatMap(({ dimension, outcome }) =>
    isMeasured(outcome) || outcome.missing.length > 0 ? [] : [`${dimension.label} is not measured. ${outcome.note}.`],
  );
  return [...(lacking.length === 0 ? [] : [`Not measured for want of extracts: ${lacking.join(', ')}.`]), ...others];
}
