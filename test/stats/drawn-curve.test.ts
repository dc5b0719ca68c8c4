import { describe, expect, it } from 'vitest';
import { drawCurve } from '../../main/analyses/survival/drawn-curve.ts';
import { findMeanHorizon } from '../../main/analyses/survival/mean-horizon.ts';
import { tableOf } from './any-spells.ts';

const options = { interval: 'log-log', confidence: 0.95, atLeast: 3 } as const;
const from = (entry: number, ...exits: number[]) => exits.map((exit) => ({ entry, exit, left: 1 as const }));
const drawn = (spells: ReturnType<typeof from>) => {
  const part = drawCurve(tableOf(spells), options);
  if (part.kind !== 'curve') throw new Error('Too few');
  return part;
};

describe('curve as a page draws it', () => {
  it('stops at the last exit with enough people at risk', () => {
    const part = drawn(from(0, 2, 4, 6, 8, 10));
    expect(part).toMatchObject({ from: 0, to: 6 });
    expect([...part.curve.time]).toEqual([2, 4, 6]);
    expect([...part.curve.atRisk]).toEqual([5, 4, 3]);
  });

  it('starts at 1 when enough are there, without those who left before', () => {
    const part = drawn([...from(0, 2, 30), ...from(5, 20), ...from(7, 25, 40)]);
    expect(part.from).toBe(7);
    expect([...part.curve.time]).toEqual([20, 25]);
    expect(part.curve.survival[0]).toBe(0.75);
  });

  it('starts when numbers first suffice, whoever enters later', () => {
    expect(drawn([...from(0, 30), ...from(5, 20, 25), ...from(7, 40)]).from).toBe(5);
  });

  it('is not reopened by people who enter after it stopped', () => {
    const part = drawn([...from(0, 2, 4, 6), ...from(5, 20, 21, 22, 23)]);
    expect(part.to).toBe(2);
  });

  it('is not drawn where there are never enough', () => {
    expect(drawCurve(tableOf(from(0, 2, 4)), options)).toEqual({ kind: 'too_few' });
  });
});

describe('horizon of restricted means', () => {
  const many = tableOf(from(0, 10, 20, 30, 40, 50));
  const fewer = tableOf(from(0, 5, 15, 25, 35));

  it('is the latest time with enough people in every group', () => {
    expect(findMeanHorizon([many, fewer], { most: 365, atLeast: 2 })).toBe(25);
    expect(findMeanHorizon([many], { most: 365, atLeast: 2 })).toBe(40);
  });

  it('is no later than asked for', () => {
    expect(findMeanHorizon([many, fewer], { most: 12, atLeast: 2 })).toBe(12);
  });

  it('is nowhere where a group is too small', () => {
    expect(findMeanHorizon([many, fewer], { most: 365, atLeast: 5 })).toBeNull();
  });
});
