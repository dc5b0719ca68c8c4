import type { RiskTable } from './risk-table.ts';

/**
 * How many are at risk at the times asked for: those who entered before and had not left before.
 * At the very origin, those who start there.
 *
 * In: times in ascending order. Out: one count per time.
 */
export function numbersAtRisk(table: RiskTable, times: ArrayLike<number>): Int32Array {
  const { entryTime, entered, time, events, censored } = table;
  const counts = new Int32Array(times.length);
  let inPost = 0;
  let entry = 0;
  let exit = 0;
  for (let index = 0; index < times.length; index++) {
    const at = times[index];
    while (entry < entryTime.length && (entryTime[entry] < at || entryTime[entry] === 0)) {
      inPost += entered[entry++];
    }
    while (exit < time.length && time[exit] < at) {
      inPost -= events[exit] + censored[exit];
      exit++;
    }
    counts[index] = inPost;
  }
  return counts;
}
