/** A pivot below this share of its own variance is rounding: the row depends on those before it. */
const SINGULAR = 1e-10;

/**
 * x′V⁻x for a covariance matrix V that may be singular, by Cholesky decomposition; rows that depend
 * on earlier ones drop out.
 *
 * In: the lower triangle of V, row by row, in an array of size n²; x of length n. Neither is changed.
 * Out: the value (0 at rank 0) and the rank of V. With group counts, whose last row always
 * depends on the others, the value is the same whichever row drops out.
 * Source: Golub and Van Loan (2013), section 4.2.
 */
export function quadraticForm(lowerTriangle: Float64Array, x: Float64Array): { value: number; rank: number } {
  const n = x.length;
  const factor = lowerTriangle.slice();
  const solved = x.slice();
  let value = 0;
  let rank = 0;
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = factor[row * n + column];
      for (let k = 0; k < column; k++) sum -= factor[row * n + k] * factor[column * n + k];
      if (column < row) {
        const pivot = factor[column * n + column];
        factor[row * n + column] = pivot === 0 ? 0 : sum / pivot;
      } else {
        factor[row * n + row] = sum > SINGULAR * lowerTriangle[row * n + row] ? Math.sqrt(sum) : 0;
      }
    }
    const pivot = factor[row * n + row];
    if (pivot === 0) {
      solved[row] = 0;
      continue;
    }
    let sum = solved[row];
    for (let k = 0; k < row; k++) sum -= factor[row * n + k] * solved[k];
    solved[row] = sum / pivot;
    value += solved[row] ** 2;
    rank++;
  }
  return { value, rank };
}
