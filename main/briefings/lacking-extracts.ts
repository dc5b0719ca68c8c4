import type { Alignment } from '../analyses/alignment/align.ts';
import { isMeasured } from '../analyses/alignment/dimension.ts';

/** Which extracts would tell what cannot be measured; nothing where all is. */
export function lackingExtracts({ dimensions }: Pick<Alignment, 'dimensions'>): string[] {
  const unmeasured = dimensions.filter(({ outcome, verdict }) => !isMeasured(outcome) && verdict !== 'kept_apart');
  const lacking = [...new Set(unmeasured.flatMap(({ outcome }) => outcome.missing))].sort();
  return lacking.length === 0 ? [] : [`Not measured for want of extracts: ${lacking.join(', ')}.`];
}
