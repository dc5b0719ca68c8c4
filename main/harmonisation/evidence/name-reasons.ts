import type { NameComparison } from '../names/compare-names.ts';
import type { ReadName } from '../names/read-name.ts';
import type { Reason } from './evidence.ts';

/** What a comparison of two names found, in sentences: what was spelt out, what agrees, what does not. */
export function nameReasons(comparison: NameComparison, source: ReadName, target: ReadName): Reason[] {
  const { matches, onlyFirst, onlySecond } = comparison;
  const reasons: Reason[] = [];
  const shared = matches.map(({ word, other }) => (word === other ? word : `${word} (${other})`));
  if (shared.length > 0) {
    const complete = onlyFirst.length === 0 && onlySecond.length === 0;
    reasons.push({ favours: true, text: `${complete ? 'All words agree' : 'In both'}: ${shared.join(', ')}.` });
  }
  const spelt = source.readings.filter(
    ({ written, read }) => written.length < read.length && !read.startsWith(written),
  );
  if (spelt.length > 0)
    reasons.push({
      favours: true,
      text: `Read ${spelt.map(({ written, read }) => `“${written}” as ${read}`).join(', ')}.`,
    });
  const level = levelReason(comparison, source, target);
  if (level !== null) reasons.push(level);
  if (onlyFirst.length > 0) reasons.push({ favours: false, text: `Not in the target: ${onlyFirst.join(', ')}.` });
  if (onlySecond.length > 0) reasons.push({ favours: false, text: `Only in the target: ${onlySecond.join(', ')}.` });
  return reasons;
}

function levelReason({ levels }: NameComparison, source: ReadName, target: ReadName): Reason | null {
  switch (levels) {
    case 'same':
      return { favours: true, text: `Both are of level ${source.level}.` };
    case 'different':
      return { favours: false, text: `Level ${source.level}, where the target is of level ${target.level}.` };
    case 'only_first':
      return { favours: false, text: `Level ${source.level}, where the target has no levels.` };
    case 'only_second':
      return { favours: false, text: `Without a level, where the target is of level ${target.level}.` };
    case 'neither':
      return null;
  }
}
