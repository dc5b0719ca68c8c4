import { END, isoDay } from './calendar.ts';
import { type Control, CONTROLS } from './controls.ts';
import type { ExtractPlan } from './extract.ts';
import { codeAt } from './pay.ts';
import { faults } from './planted-errors.ts';
import type { Rng } from './rng.ts';
import type { Holding } from './seats.ts';

export type CredentialStatus = 'current' | 'expired' | 'missing' | 'exempt';

export type Credential = {
  holding: Holding;
  control: Control;
  /** As the credentialing system says, which is not always what the dates say. */
  status: CredentialStatus;
  issued: number | null;
  expires: number | null;
  verified: number | null;
};

/** Shares of workers with a control that ran out, or with none on file. */
const LAPSED = { northlake: 0.012, bayside: 0.035, outside: 0.05 };
const ABSENT = { northlake: 0.004, bayside: 0.012, outside: 0.03 };
const EXEMPT_FROM_TB = 0.006;
/** Of what ran out, how much the system still calls current; of licences, how many older ones it still lists. */
const STALE = 0.3;
const LISTED_BEFORE = 0.06;

/** What is on file for everyone in post on 30 September 2026; a control that an entity does not require is not kept there. */
export function credentialsOf(holdings: readonly Holding[], rng: Rng): Credential[] {
  const people = new Map(
    holdings.filter(({ end }) => end === null || end >= END).map((holding) => [holding.worker, holding]),
  );
  return [...people.values()].flatMap((holding) =>
    CONTROLS.filter((control) => isRequiredOf(holding, control)).flatMap((control) =>
      filed(holding, control, rng.fork(`${holding.worker} ${control.id}`)),
    ),
  );
}

/** Whether the worker’s own entity requires a control of the worker. */
export function isRequiredOf(holding: Holding, control: Control): boolean {
  const own = holding.seat.unit.entity === 'Bayside' ? control.required.bayside : control.required.northlake;
  return own && isForJobOf(holding, control);
}

export function isForJobOf({ seat }: Holding, { jobs }: Control): boolean {
  return jobs === null || jobs.includes(codeAt(seat.unit.entity, seat.job));
}

/** Whether a row of the file holds on 30 September 2026; dates win over what the status says. */
export function holdsAtEnd({ status, expires }: Credential): boolean {
  if (status === 'exempt') return true;
  return status === 'current' && (expires === null || expires >= END);
}

function filed(holding: Holding, control: Control, rng: Rng): Credential[] {
  const group = holding.supplier ? 'outside' : holding.seat.unit.entity === 'Bayside' ? 'bayside' : 'northlake';
  const base = { holding, control, issued: null, expires: null, verified: null };
  if (rng.chance(ABSENT[group])) return rng.chance(0.5) ? [] : [{ ...base, status: 'missing' }];
  if (control.id === 'tb_screening' && rng.chance(EXEMPT_FROM_TB)) return [{ ...base, status: 'exempt' }];
  const { validDays } = control;
  if (validDays === null) {
    const issued = Math.min(holding.start, END) - rng.int(3, 20);
    return [{ ...base, status: 'current', issued, verified: issued }];
  }
  const lapsed = rng.chance(LAPSED[group]);
  const expires = lapsed ? END - rng.int(5, 120) : END + rng.int(0, validDays - 1);
  const issued = expires - validDays + 1;
  const row: Credential = {
    ...base,
    status: lapsed && !rng.chance(STALE) ? 'expired' : 'current',
    issued,
    expires,
    verified: issued + rng.int(0, 2),
  };
  if (control.id !== 'license' || !rng.chance(LISTED_BEFORE)) return [row];
  const before = { issued: issued - validDays, expires: issued - 1, verified: issued - validDays };
  return [{ ...row, ...before, status: 'expired' }, row];
}

export function credentialsFile(credentials: readonly Credential[]): ExtractPlan {
  return {
    file: 'credentials.csv.gz',
    kind: 'credentials',
    title: 'Credentials and controls, all entities',
    description:
      'Licences, screenings and trainings of everyone in post on 30 September 2026. Some ran out, some are missing.',
    header: ['worker_id', 'control', 'status', 'issued', 'expires', 'verified'],
    rows: credentials.map(({ holding, control, status, issued, expires, verified }) => [
      holding.worker,
      control.id,
      status,
      ...[issued, expires, verified].map((day) => (day === null ? '' : isoDay(day))),
    ]),
    faults: [
      ...faults('invalid_date', 'expires', ['2026-02-30', 'never', '00/00/0000']),
      ...faults('missing_value', 'worker_id', [''], 3),
      ...faults('missing_value', 'control', ['']),
    ],
  };
}
