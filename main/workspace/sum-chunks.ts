import { AGGREGATE_PAY_CODE, MONTH_BASE } from '../facts/cells.ts';
import type { LaborChunk } from '../facts/labor-chunk.ts';
import { LineMonths } from '../facts/line-months.ts';
import { RowStatus } from '../facts/row-status.ts';
import type { StaffingChunk } from '../facts/staffing-chunk.ts';
import { MonthCache } from '../model/month-cache.ts';
import type { Dictionaries } from './dictionaries.ts';
import { OWN_PAY } from './own-pay.ts';
import type { OwnPay } from './own-pay.ts';
import type { RollupSums } from './rollup.ts';

/** Adds the effective rows of a labour chunk to a rollup. `statuses` null means that all rows are effective. */
export function sumLaborChunk(sums: RollupSums, chunk: LaborChunk, statuses: Uint8Array | null, ownPay: OwnPay): void {
  const { cells, workerMonths, workerPay } = sums;
  const { values: tuple } = chunk.tuple;
  const { values: worker } = chunk.worker;
  const { values: day, scale: dayScale } = chunk.day;
  const { values: payCode } = chunk.payCode;
  const { values: hours, scale: hoursScale } = chunk.hours;
  const { values: cost, scale: costScale, known: costKnown } = chunk.cost;
  const { values: days, scale: daysScale } = chunk.days;
  const [tupleScale, workerScale, payScale] = [chunk.tuple.scale, chunk.worker.scale, chunk.payCode.scale];
  const months = new LineMonths();
  ownPay.refresh();
  for (let row = 0; row < chunk.rows; row++) {
    if (statuses !== null && statuses[row] !== RowStatus.effective) continue;
    const last = day[row] * dayScale;
    const first = last - days[row] * daysScale + 1;
    const tupleId = tuple[row] * tupleScale;
    const workerId = worker[row] * workerScale;
    const code = payCode[row] * payScale;
    const isKnown = costKnown === null || costKnown[row] === 1;
    const kind = isKnown ? ownPay.kindOf(tupleId, code) : null;
    const line = { first, last, hours: hours[row] * hoursScale, cost: cost[row] * costScale };
    for (const part of months.of(line)) {
      const cell = cells.cell(tupleId, part.month, code);
      const month = part.month - MONTH_BASE;
      cells.add(cell, part.hours, part.cost, 1);
      if (part.first > first) cells.addRare('continuedRows', cell, 1);
      if (!isKnown) cells.addRare('unknownHours', cell, part.hours);
      workerMonths.add(tupleId, part.month, workerId, part.cost);
      if (kind === OWN_PAY.regular) workerPay.addRegular(workerId, month, part.hours, part.cost);
      else if (kind === OWN_PAY.overtime)
        workerPay.addOvertime(workerId, month, { tuple: tupleId, payCode: code }, part.hours, part.cost);
    }
  }
}

/** Adds the effective records of a staffing chunk to a rollup. Census of a site-day counts once. */
export function sumStaffingChunk(
  sums: RollupSums,
  chunk: StaffingChunk,
  statuses: Uint8Array | null,
  context: { dictionaries: Dictionaries; censusSeen: Set<string> },
): void {
  const { dictionaries, censusSeen } = context;
  const { jobs } = chunk;
  const months = new MonthCache();
  const setOf = new Map<number, number>();
  const tupleOf = new Map<number, number>();
  for (let row = 0; row < chunk.rows; row++) {
    if (statuses !== null && statuses[row] !== RowStatus.effective) continue;
    const place = chunk.place.values[row] * chunk.place.scale;
    const day = chunk.day.values[row] * chunk.day.scale;
    const month = months.of(day);
    const longJob = chunk.job ? jobs[chunk.job.values[row] * chunk.job.scale] : null;
    const setKey = place * 4096 + (chunk.job ? chunk.job.values[row] * chunk.job.scale + 1 : 0);
    let set = setOf.get(setKey);
    if (set === undefined) {
      set = dictionaries.recordSetId(place, longJob === null ? jobs : [longJob]);
      setOf.set(setKey, set);
      // A record belongs to all its jobs and to both classes, also to those in which nobody worked.
      dictionaries.recordSet(set);
    }
    // A day without residents has no census either: its hours have nobody to be spread over.
    const hasCensus = chunk.census.values[row] > 0 && (chunk.census.known === null || chunk.census.known[row] === 1);
    const counts = hasCensus && (longJob === null || addOnce(censusSeen, `${place} ${day}`));
    sums.records.add(set, month, counts ? chunk.census.values[row] * chunk.census.scale : null);
    for (let pair = 0; pair < chunk.pairs.length; pair++) {
      const job = longJob ?? jobs[pair];
      const { internal, external } = chunk.pairs[pair];
      for (const [side, packed] of [internal, external].entries()) {
        if (packed.known !== null && !packed.known[row]) continue;
        const hours = packed.values[row] * packed.scale;
        if (hours === 0) continue;
        const tupleKey = (setKey * 64 + pair) * 2 + side;
        let tuple = tupleOf.get(tupleKey);
        if (tuple === undefined)
          tupleOf.set(
            tupleKey,
            (tuple = dictionaries.staffingTupleId(place, job, side === 0 ? 'internal' : 'external')),
          );
        const cell = sums.cells.cell(tuple, month, AGGREGATE_PAY_CODE);
        sums.cells.add(cell, hours, 0, 0);
        if (hasCensus) sums.cells.addRare('censusHours', cell, hours);
      }
    }
  }
}

function addOnce(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
