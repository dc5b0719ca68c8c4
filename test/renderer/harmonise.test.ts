import { describe, expect, it } from 'vitest';
import type { CodeState, HarmonisedCode } from '../../main/contract/harmonisation.ts';
import { nextToReview, shownCodes } from '../../renderer/harmonise/queue-order.ts';
import { splitStart, splitTargets } from '../../renderer/harmonise/split-lines.ts';

const code = (name: string, state: CodeState, parts: Partial<HarmonisedCode> = {}): HarmonisedCode => ({
  code: name,
  title: `Title of ${name}`,
  titles: 1,
  heads: 1,
  hours: 1,
  state,
  targets: [],
  decided: null,
  fault: null,
  suggestions: [],
  ...parts,
});

describe('the review queue', () => {
  const codes = [code('A', 'unmapped'), code('B', 'one_to_one'), code('C', 'unmapped'), code('D', 'none')];
  const names = (which: 'unmapped' | 'decided' | 'all', search = '') =>
    shownCodes(codes, { which, search }).map((one) => one.code);

  it('shows what waits, what is decided or everything, and finds codes and titles', () => {
    expect(names('unmapped')).toEqual(['A', 'C']);
    expect(names('decided')).toEqual(['B', 'D']);
    expect(names('all', ' title of d')).toEqual(['D']);
  });

  it('goes on with the next code that waits, else with one before it', () => {
    expect(nextToReview(codes, 'A')).toBe('C');
    expect(nextToReview(codes, 'C')).toBe('A');
    expect(nextToReview([code('A', 'unmapped')], 'A')).toBeNull();
    expect(nextToReview([], 'A')).toBeNull();
  });
});

describe('the parts of a split', () => {
  const line = (target: string, percent: string) => ({ target, percent });

  it('begin with what is in force, else with the best suggestion', () => {
    const split = code('A', 'split', {
      targets: [
        { code: 'X', share: 0.7 },
        { code: 'Y', share: 0.3 },
      ],
    });
    expect(splitStart(split)).toEqual([line('X', '70'), line('Y', '30')]);
    const suggested = code('A', 'unmapped', { suggestions: [{ code: 'X', title: null, score: 1, reasons: [] }] });
    expect(splitStart(suggested)).toEqual([line('X', '50'), line('', '50')]);
  });

  it('are shares once they make up 100', () => {
    expect(splitTargets([line('X', '62.5'), line('Y', '37.5')])).toEqual({
      problem: null,
      shares: [
        { code: 'X', share: 0.625 },
        { code: 'Y', share: 0.375 },
      ],
    });
  });

  it.each([
    [[line('X', '50'), line('', '50')], 'Choose a target for each part.'],
    [[line('X', '50'), line('X', '50')], 'Each target can stand once.'],
    [[line('X', '100'), line('Y', '')], 'Each part needs a share above 0%.'],
    [[line('X', '100'), line('Y', '0')], 'Each part needs a share above 0%.'],
    [[line('X', 'half'), line('Y', '50')], 'Each part needs a share above 0%.'],
    [[line('X', '50'), line('Y', '30')], '20.0% is left over.'],
    [[line('X', '80'), line('Y', '30')], '10.0% too much.'],
  ])('say what is wrong: %j', (lines, problem) => {
    expect(splitTargets(lines)).toEqual({ shares: null, problem });
  });
});
