import type { CrosswalkDecision, HarmonisedCode } from '../contract/harmonisation.ts';

/** Codes that nobody has decided on whose best suggestion has a score or more. */
export function suggestedFrom(codes: readonly HarmonisedCode[], score: number): HarmonisedCode[] {
  return codes.filter(({ state, suggestions }) => state === 'unmapped' && (suggestions.at(0)?.score ?? 0) >= score);
}

/** Decisions that take the best suggestion of each code. */
export function acceptBest(codes: readonly HarmonisedCode[]): CrosswalkDecision[] {
  return codes.map(({ code, suggestions }) => ({ code, targets: [{ code: suggestions[0].code, share: 1 }] }));
}
