import type { HarmonisedCode } from '../contract/harmonisation.ts';
import { hideGroups } from '../metrics/suppression.ts';

/**
 * Codes as they may be shown in a clean room: heads and hours of few people are unknown, as are those that would
 * follow from the total, and hours of which no roster says how many people worked them.
 */
export function concealFew(codes: readonly HarmonisedCode[]): HarmonisedCode[] {
  const hidden = hideGroups(
    codes.map(({ code }) => [code]),
    codes.map(({ heads }) => [{ count: heads ?? 0, cost: 0, largest: 0, second: 0 }]),
  );
  return codes.map((one, at) => {
    if (hidden[at][0]) return { ...one, heads: null, hours: null };
    return one.heads === null || one.heads === 0 ? { ...one, hours: null } : one;
  });
}
