import { decodeLaborChunk } from '../facts/labor-chunk.ts';
import { LineMonths } from '../facts/line-months.ts';
import { RowStatus } from '../facts/row-status.ts';
import { firstDayOfMonth, lastDayOfMonth, monthOfDay } from '../model/civil-day.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import { largestRemainder } from '../stats/largest-remainder.ts';
import type { Store } from '../ports/store.ts';
import type { Dictionaries } from './dictionaries.ts';
import type { InvoiceLine } from './invoice-lines.ts';
import type { FactScope } from './fact-scope.ts';
import type { RollupSums } from './rollup.ts';

/** Labour that an invoice line bills, by cell. */
type Billed = { tuple: number; month: number; payCode: number; hours: number; cost: number; unknownHours: number };

/** A line, or its part in one month, with the labour found for it. */
export type Claim = {
  line: InvoiceLine;
  firstDay: number;
  lastDay: number;
  cost: number | null;
  hours: number;
  cells: Map<string, Billed>;
  /** The part of the same line in the month before. */
  before: Claim | null;
};

/**
 * Counts external labour once: hours come from labour lines, else from invoices; cost comes from final invoices, else
 * from labour lines as accrual. Lines for a worker are matched on the worker and the days they bill, of which a
 * timesheet for several days needs to share one; a line with a single date bills the whole timesheet that the date
 * lies in. Lines without a worker are matched on supplier, site, job and month. Works on the sums of the labour lines
 * and corrects them in place.
 */
export function reconcileInvoices(
  sums: RollupSums,
  lines: readonly InvoiceLine[],
  context: { store: Store; dictionaries: Dictionaries; options: FactScope },
): void {
  const claims = lines.flatMap(claimsOf);
  findLabor(claims, context);
  for (const claim of claims) {
    if (claim.cells.size > 0) settleOnLabor(sums, claim);
    else addAsLabor(sums, claim, context.dictionaries);
  }
}

/** Lines, or their parts, that no labour line was found for: they are rows of their own. */
export function claimsWithoutLabor(
  lines: readonly InvoiceLine[],
  context: { store: Store; dictionaries: Dictionaries },
): Claim[] {
  const claims = lines.flatMap(claimsOf);
  findLabor(claims, { ...context, options: {} });
  return claims.filter(standsAlone);
}

/** Lines without a worker are matched by month, so that they are split where months end. */
function claimsOf(line: InvoiceLine): Claim[] {
  const whole: Claim = {
    line,
    firstDay: line.firstDay,
    lastDay: line.lastDay,
    cost: line.cost,
    hours: line.hours,
    cells: new Map(),
    before: null,
  };
  if (line.worker !== null || monthOfDay(line.firstDay) === monthOfDay(line.lastDay)) return [whole];
  const hours = spreadOverDays(line, line.hours);
  const cost = line.cost === null ? null : spreadOverDays(line, line.cost);
  const parts: Claim[] = [];
  for (const [i, { month, amount }] of hours.entries())
    parts.push({
      line,
      firstDay: Math.max(line.firstDay, firstDayOfMonth(month)),
      lastDay: Math.min(line.lastDay, lastDayOfMonth(month)),
      hours: amount,
      cost: cost === null ? null : cost[i].amount,
      cells: new Map(),
      before: parts.at(-1) ?? null,
    });
  return parts;
}

function findLabor(
  claims: readonly Claim[],
  { store, dictionaries, options }: { store: Store; dictionaries: Dictionaries; options: FactScope },
): void {
  const byWorker = new Map<number, Claim[]>();
  const byPlace = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (claim.line.worker !== null) push(byWorker, dictionaries.workerId(claim.line.worker), claim);
    else
      push(byPlace, placeKey(claim.line.supplier, claim.line.site, claim.line.job, monthOfDay(claim.firstDay)), claim);
  }
  const { tuples } = dictionaries;
  const months = new LineMonths();
  const isExternal = classFlags(dictionaries);
  const scope = options.alsoBatch === undefined ? {} : { alsoBatch: options.alsoBatch };
  for (const info of store.chunks('labor', scope)) {
    if (info.batch === options.withoutBatch) continue;
    const chunk = decodeLaborChunk(store.chunkData(info.id));
    const statuses = options.statuses?.has(info.id) ? options.statuses.get(info.id)! : store.chunkStatuses(info.id);
    for (let row = 0; row < chunk.rows; row++) {
      const tuple = chunk.tuple.values[row] * chunk.tuple.scale;
      if (!isExternal[tuple] || (statuses !== null && statuses[row] !== RowStatus.effective)) continue;
      const last = chunk.day.values[row] * chunk.day.scale;
      const first = last - chunk.days.values[row] * chunk.days.scale + 1;
      const ofWorker = byWorker
        .get(chunk.worker.values[row] * chunk.worker.scale)
        ?.filter((claim) => overlap(claim, { first, last }));
      const codes = tuples.at(tuple);
      const known = chunk.cost.known === null || chunk.cost.known[row] === 1;
      const payCode = chunk.payCode.values[row] * chunk.payCode.scale;
      const hours = chunk.hours.values[row] * chunk.hours.scale;
      const cost = known ? chunk.cost.values[row] * chunk.cost.scale : 0;
      for (const part of months.of({ first, last, hours, cost })) {
        const forWorker = ofWorker?.filter((claim) => claim.firstDay === claim.lastDay || overlap(claim, part)) ?? [];
        const place = placeKey(codes['supplier'] ?? null, codes['site'] ?? null, codes['job'] ?? null, part.month);
        const found = forWorker.length > 0 ? forWorker : ofUnit(byPlace.get(place), codes['unit']);
        const billed = { tuple, month: part.month, payCode, hours: part.hours };
        // The first claim takes the accrual; further lines for the same work only bring money, spread over the same hours.
        found?.forEach((claim, i) =>
          bill(claim, {
            ...billed,
            cost: i === 0 ? part.cost : 0,
            unknownHours: i === 0 && !known ? part.hours : 0,
          }),
        );
      }
    }
  }
  for (const ofPlace of byPlace.values()) shareLabor(ofPlace);
}

function overlap(claim: Claim, { first, last }: { first: number; last: number }): boolean {
  return claim.firstDay <= last && claim.lastDay >= first;
}

/** Of the lines for one place those that name the unit where the work was done, if any does. */
function ofUnit(claims: readonly Claim[] | undefined, unit: string | undefined): readonly Claim[] | undefined {
  const named = claims?.filter(({ line }) => line.unit !== null && line.unit === unit);
  return named && named.length > 0 ? named : claims;
}

/** A line for a unit without labour lines bills the labour of its place, whose hours are not counted again. */
function shareLabor(claims: readonly Claim[]): void {
  const settled = claims.find((claim) => claim.cells.size > 0);
  if (!settled) return;
  for (const claim of claims.filter(({ cells }) => cells.size === 0))
    for (const cell of settled.cells.values()) bill(claim, { ...cell, cost: 0, unknownHours: 0 });
}

function bill(claim: Claim, part: Billed): void {
  const key = `${part.tuple} ${part.month} ${part.payCode}`;
  const cell = claim.cells.get(key);
  if (!cell) {
    claim.cells.set(key, { ...part });
    return;
  }
  cell.hours += part.hours;
  cell.cost += part.cost;
  cell.unknownHours += part.unknownHours;
}

/**
 * The invoice's money replaces the accrual of the labour it bills. It is spread over the days of the line; what falls
 * into a month goes to the labour of that month in proportion to hours.
 */
function settleOnLabor(sums: RollupSums, { cost, cells, firstDay, lastDay }: Claim): void {
  if (cost === null) return;
  const billed = [...cells.values()];
  for (const cell of billed) {
    const at = sums.cells.cell(cell.tuple, cell.month, cell.payCode);
    sums.cells.add(at, 0, -cell.cost, 0);
    sums.cells.addRare('unknownHours', at, -cell.unknownHours);
  }
  for (const part of spreadOverDays({ firstDay, lastDay }, cost)) {
    const inMonth = billed.filter((cell) => cell.month === part.month);
    // Days without labour lines of their own belong to the same work.
    const bearers = inMonth.length > 0 ? inMonth : billed;
    const weights = bearers.some((cell) => cell.hours > 0)
      ? bearers.map((cell) => Math.max(0, cell.hours))
      : bearers.map(() => 1);
    largestRemainder(part.amount, weights).forEach((amount, i) => {
      const { tuple, payCode } = bearers[i];
      sums.cells.add(sums.cells.cell(tuple, part.month, payCode), 0, amount, 0);
    });
  }
}

/** Spreads an amount over days, cents by largest remainder, and adds it up by month, in order. */
export function spreadOverDays(
  { firstDay, lastDay }: { firstDay: number; lastDay: number },
  amount: number,
): { month: number; amount: number }[] {
  const daily = largestRemainder(
    amount,
    Array.from({ length: lastDay - firstDay + 1 }, () => 1),
  );
  const byMonth = new Map<number, number>();
  daily.forEach((part, i) =>
    byMonth.set(monthOfDay(firstDay + i), (byMonth.get(monthOfDay(firstDay + i)) ?? 0) + part),
  );
  return [...byMonth].map(([month, sum]) => ({ month, amount: sum }));
}

/** Without labour lines the invoice itself says what was worked: hours and money spread over its days. */
function addAsLabor(sums: RollupSums, claim: Claim, dictionaries: Dictionaries): void {
  const tuple = claimTuple(claim, dictionaries);
  const payCode = claimPayCode(claim, dictionaries);
  const worker = claim.line.worker === null ? null : dictionaries.workerId(claim.line.worker);
  const cost = claim.cost === null ? null : spreadOverDays(claim, claim.cost);
  spreadOverDays(claim, claim.hours).forEach(({ month, amount: hours }, i) => {
    const cell = sums.cells.cell(tuple, month, payCode);
    const money = cost === null ? 0 : cost[i].amount;
    sums.cells.add(cell, hours, money, 1);
    if (i > 0 || standsAlone(claim.before)) sums.cells.addRare('continuedRows', cell, 1);
    if (cost === null) sums.cells.addRare('unknownHours', cell, hours);
    // A person who is only billed is a person all the same: what one costs must not show.
    if (worker !== null) sums.workerMonths.add(tuple, month, worker, money);
  });
}

/** Whether no labour line was found for a part of an invoice line, so that it counts as a row. */
function standsAlone(claim: Claim | null): boolean {
  return claim !== null && claim.cells.size === 0;
}

/** Tuple that an invoice without labour lines falls into. */
export function claimTuple({ line, hours }: Claim, dictionaries: Dictionaries): number {
  return dictionaries.laborTupleId({
    entity: line.entity ?? entityOfSite(dictionaries, line.site),
    site: line.site ?? UNKNOWN_CODE,
    unit: line.unit ?? UNKNOWN_CODE,
    job: line.job ?? UNKNOWN_CODE,
    // Billed without hours is a statement of work; billed by the hour without a type is agency work.
    worker_type: line.workerType ?? (hours === 0 ? 'vendor' : 'agency'),
    supplier: line.supplier,
    currency: line.currency ?? UNKNOWN_CODE,
  });
}

export function claimPayCode({ line }: Claim, dictionaries: Dictionaries): number {
  return dictionaries.payCodeId(line.rateType ?? 'regular');
}

function entityOfSite(dictionaries: Dictionaries, site: string | null): string {
  if (site === null) return UNKNOWN_CODE;
  const entities = new Set<string>();
  for (let id = 0; id < dictionaries.tuples.size; id++) {
    const tuple = dictionaries.tuples.at(id);
    if (tuple['site'] === site && tuple['entity'] !== undefined) entities.add(tuple['entity']);
  }
  return entities.size === 1 ? [...entities][0] : UNKNOWN_CODE;
}

function classFlags(dictionaries: Dictionaries): Uint8Array {
  const { codes, ofTuple } = dictionaries.tuples.column('worker_class');
  return Uint8Array.from(ofTuple, (position) => (codes[position] === 'external' ? 1 : 0));
}

function placeKey(supplier: string | null, site: string | null, job: string | null, month: number): string {
  return JSON.stringify([supplier ?? UNKNOWN_CODE, site ?? UNKNOWN_CODE, job ?? UNKNOWN_CODE, month]);
}

function push<Key>(map: Map<Key, Claim[]>, key: Key, claim: Claim): void {
  const group = map.get(key);
  if (group) group.push(claim);
  else map.set(key, [claim]);
}
