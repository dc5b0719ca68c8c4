import { describe, expect, it } from 'vitest';
import { axisText } from '../../../main/contract/drawing/axis-text.ts';
import { fittingSize, spread, textWidth, wrapLabel } from '../../../main/contract/drawing/labels.ts';
import { scaleOf } from '../../../main/contract/drawing/scale.ts';

describe('a value axis', () => {
  it.each([
    [[0.112, 0.212], 0.1, 0.25],
    [[3, 98], 0, 100],
    [[-5, 12], -5, 15],
    [[7, 7], 6, 8],
    [[0, 0], 0, 1],
  ])('holds %j between round ends', (values, min, max) => {
    const scale = scaleOf(values, 4);
    expect([scale.min, scale.max]).toEqual([min, max]);
    expect(scale.ticks[0]).toBe(min);
    expect(scale.ticks.at(-1)).toBe(max);
  });

  it('is drawn for no values at all', () => {
    expect(scaleOf([], 4)).toEqual({ min: 0, max: 1, ticks: [0, 1] });
  });

  it('never prints a rounded tick', () => {
    expect(axisText([0.1, 0.125, 0.15], 'share', null)).toEqual(['10.0%', '12.5%', '15.0%']);
    expect(axisText([0.1, 0.2], 'share', null)).toEqual(['10%', '20%']);
    expect(axisText([0, 50_000_000, 100_000_000], 'money', 'USD')).toEqual(['$0', '$500k', '$1.0M']);
  });

  it('writes money out where the short form would hide a difference', () => {
    expect(axisText([100_000_000_000, 102_000_000_000, 104_000_000_000], 'money', 'USD')).toEqual([
      '$1,000,000,000',
      '$1,020,000,000',
      '$1,040,000,000',
    ]);
  });
});

describe('labels', () => {
  it('break at spaces and lose no word that fits', () => {
    expect(wrapLabel('Substitution of own staff', 80, 12, 3)).toEqual(['Substitution', 'of own staff']);
  });

  it('are cut with an ellipsis after the last line', () => {
    const lines = wrapLabel('one two three four five six seven eight', 40, 12, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
  });

  it('shrink until the longest word fits, but stay legible', () => {
    const width = textWidth('Substitution', 12) - 5;
    const size = fittingSize(['Substitution of staff', 'Rate'], width, 12, 9);
    expect(size).toBeLessThan(12);
    expect(textWidth('Substitution', size)).toBeLessThanOrEqual(width + 1e-9);
    expect(fittingSize(['Incomprehensibilities'], 10, 12, 9)).toBe(9);
  });

  it('move apart only as far as they must', () => {
    expect(spread([10, 100], 14, { top: 0, bottom: 200 })).toEqual([10, 100]);
    expect(spread([50, 51], 14, { top: 0, bottom: 200 })).toEqual([50, 64]);
  });

  it('keep their order and stay inside', () => {
    expect(spread([198, 199, 197], 10, { top: 0, bottom: 200 })).toEqual([185, 195, 175]);
  });
});
