import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';

export type Shape = { rows: number; workers: number; seed: number };

const MONTHS = 36;
const PERIOD_DAYS = 14;
const PERIODS = Math.floor((MONTHS * 30.4) / PERIOD_DAYS);
const FIRST_DAY = Date.UTC(2023, 0, 1) / 86_400_000;
const HEADER = 'worker_id,work_date,entity,site,unit,job_code,worker_type,supplier,pay_code,hours,cost\n';

/** Names with a comma make sure that both sides read quoted fields. */
const ENTITIES = [
  'Northgate',
  'Lakeshore',
  '"Harbor Point, LLC"',
  'Summit',
  'Bayfront',
  'Corevale',
  'Meridian',
  'Acre',
];
const SITES = 48;
const UNITS = 120;
const JOBS = 180;
const SUPPLIERS = 40;
const TYPES = [
  { code: 'employee_full_time', share: 0.62, external: false, rate: 3_600 },
  { code: 'employee_part_time', share: 0.14, external: false, rate: 3_300 },
  { code: 'per_diem', share: 0.06, external: false, rate: 4_100 },
  { code: 'agency', share: 0.12, external: true, rate: 7_600 },
  { code: 'locum', share: 0.02, external: true, rate: 14_000 },
  { code: 'independent_contractor', share: 0.04, external: true, rate: 8_200 },
] as const;
const PAY_OF_EMPLOYEES: readonly Pay[] = [
  { code: 'regular', share: 0.72, factor: 1 },
  { code: 'overtime', share: 0.07, factor: 1.5 },
  { code: 'differential', share: 0.07, factor: 0.15 },
  { code: 'paid_leave', share: 0.09, factor: 1 },
  { code: 'on_call', share: 0.02, factor: 0.2 },
  { code: 'orientation', share: 0.02, factor: 1 },
  { code: 'call_back', share: 0.01, factor: 1.5 },
];
const PAY_OF_EXTERNALS: readonly Pay[] = [
  { code: 'regular', share: 0.92, factor: 1 },
  { code: 'overtime', share: 0.08, factor: 1.4 },
];

type Pay = { code: string; share: number; factor: number };
type Worker = { prefix: string; middle: string; external: boolean; rate: number; first: number; last: number };

/**
 * Writes a labour extract with the canonical header: pay period by pay period, a worker's lines together, as
 * timekeeping systems export them. The same shape and seed give the same bytes.
 */
export function generateLabor(path: string, shape: Shape): void {
  const random = mulberry32(shape.seed);
  const workers = Array.from({ length: shape.workers }, (_, i) => makeWorker(i, random));
  const active = workers.reduce((sum, { first, last }) => sum + last - first, 0);
  const linesPerPeriod = shape.rows / active;
  const days = Array.from({ length: PERIODS * PERIOD_DAYS }, (_, i) =>
    new Date((FIRST_DAY + i) * 86_400_000).toISOString().slice(0, 10),
  );
  const file = openSync(path, 'w');
  let text = HEADER;
  let rows = 0;
  let owed = 0;
  for (let period = 0; rows < shape.rows; period = (period + 1) % PERIODS) {
    for (const worker of workers) {
      if (period < worker.first || period >= worker.last) continue;
      owed += linesPerPeriod * (0.5 + random());
      for (; owed >= 1 && rows < shape.rows; owed--, rows++) {
        const pay = pick(worker.external ? PAY_OF_EXTERNALS : PAY_OF_EMPLOYEES, random);
        const quarters = 4 + Math.floor(random() * 45);
        const cents = Math.round((quarters * 0.25 * worker.rate * pay.factor * (19 + Math.floor(random() * 3))) / 20);
        const day = days[period * PERIOD_DAYS + Math.floor(random() * PERIOD_DAYS)];
        text += `${worker.prefix}${day}${worker.middle}${pay.code},${quarters * 0.25},${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}\n`;
      }
    }
    writeSync(file, text);
    text = '';
  }
  closeSync(file);
}

/** One load for all own staff, so that the loaded figures of a page are computed. */
export function generateLoads(path: string): void {
  writeFileSync(path, 'valid_from,fixed_load,variable_load\n2020-01-01,0.2,0.1\n');
}

function makeWorker(index: number, random: () => number): Worker {
  const site = Math.floor(SITES * random() ** 1.6);
  const unit = (site * 7 + Math.floor(30 * random() ** 1.5)) % UNITS;
  const job = (unit * 11 + Math.floor(8 * random() ** 1.5)) % JOBS;
  const type = pick(TYPES, random);
  const supplier = type.external ? `Supplier ${Math.floor(SUPPLIERS * random() ** 1.5)}` : '';
  const first = Math.max(0, Math.floor(random() * PERIODS * 1.6) - Math.floor(PERIODS * 0.6));
  const stay = Math.ceil((type.external ? 0.25 : 0.9) * PERIODS * -Math.log(1 - random() * 0.95));
  return {
    prefix: `W${100_000 + index * 3},`,
    middle: `,${ENTITIES[site % ENTITIES.length]},S${String(site + 1).padStart(3, '0')},U${1_000 + unit * 7},J${200 + job},${type.code},${supplier},`,
    external: type.external,
    rate: type.rate + Math.floor(random() * 1_500),
    first,
    last: Math.min(PERIODS, first + 1 + stay),
  };
}

function pick<T extends { share: number }>(from: readonly T[], random: () => number): T {
  let left = random();
  for (const one of from) if ((left -= one.share) < 0) return one;
  return from[from.length - 1];
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
