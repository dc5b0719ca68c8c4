import type { RiskTable } from './risk-table.ts';

/** All groups at one event time; the arrays are overwritten at the next. */
export interface JointMoment {
  /** Spells at risk and events, by group. */
  atRisk: Float64Array;
  events: Float64Array;
  allAtRisk: number;
  allEvents: number;
}

/**
 * Visits the times at which anyone leaves, in order, with every group's risk set at that time.
 *
 * In: one table per group. Work grows with distinct exit times × groups.
 */
export function visitEvents(tables: readonly RiskTable[], visit: (moment: JointMoment) => void): void {
  const entryAt = new Int32Array(tables.length);
  const exitAt = new Int32Array(tables.length);
  const moment: JointMoment = {
    atRisk: new Float64Array(tables.length),
    events: new Float64Array(tables.length),
    allAtRisk: 0,
    allEvents: 0,
  };
  const { atRisk, events } = moment;
  for (let now = nextExit(tables, exitAt); now < Infinity; now = nextExit(tables, exitAt)) {
    moment.allAtRisk = 0;
    moment.allEvents = 0;
    for (let group = 0; group < tables.length; group++) {
      const { entryTime, entered, time, events: left } = tables[group];
      while (
        entryAt[group] < entryTime.length &&
        (entryTime[entryAt[group]] < now || entryTime[entryAt[group]] === 0)
      ) {
        atRisk[group] += entered[entryAt[group]++];
      }
      events[group] = time[exitAt[group]] === now ? left[exitAt[group]] : 0;
      moment.allAtRisk += atRisk[group];
      moment.allEvents += events[group];
    }
    if (moment.allEvents > 0) visit(moment);
    for (let group = 0; group < tables.length; group++) {
      const { time, events: left, censored } = tables[group];
      if (time[exitAt[group]] !== now) continue;
      atRisk[group] -= left[exitAt[group]] + censored[exitAt[group]];
      exitAt[group]++;
    }
  }
}

function nextExit(tables: readonly RiskTable[], exitAt: Int32Array): number {
  let next = Infinity;
  for (let group = 0; group < tables.length; group++) {
    const { time } = tables[group];
    if (exitAt[group] < time.length) next = Math.min(next, time[exitAt[group]]);
  }
  return next;
}
