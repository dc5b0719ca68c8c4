import { describe, expect, it } from 'vitest';
import { quadraticForm } from '../../main/stats/quadratic-form.ts';

const form = (matrix: number[][], x: number[]) => quadraticForm(Float64Array.from(matrix.flat()), Float64Array.from(x));

describe('quadratic form of an inverse covariance', () => {
  it('divides by the variance in one dimension', () => {
    expect(form([[4]], [6])).toEqual({ value: 9, rank: 1 });
  });

  it('reads the lower triangle only', () => {
    // The inverse of [[2, 1], [1, 3]] is [[3, -1], [-1, 2]] ÷ 5, so (1, 2) gives 7 ÷ 5.
    const { value, rank } = form(
      [
        [2, 99],
        [1, 3],
      ],
      [1, 2],
    );
    expect(value).toBeCloseTo(7 / 5, 14);
    expect(rank).toBe(2);
  });

  it('drops a row that depends on those before it', () => {
    const { value, rank } = form(
      [
        [2, -1, -1],
        [-1, 2, -1],
        [-1, -1, 2],
      ],
      [1, 0, -1],
    );
    expect(rank).toBe(2);
    expect(value).toBeCloseTo(2 / 3, 14);
  });

  it('is nothing of nothing', () => {
    expect(form([], [])).toEqual({ value: 0, rank: 0 });
    expect(form([[0]], [0])).toEqual({ value: 0, rank: 0 });
  });
});
