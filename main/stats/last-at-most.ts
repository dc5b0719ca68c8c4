/** The index of the last of the ascending values that is at most `value`; −1 where all exceed it. */
export function lastAtMost(ascending: ArrayLike<number>, value: number): number {
  let low = -1;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ascending[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
