import { UNKNOWN_CODE } from '../model/dimensions.ts';
import type { Segment } from './spell.ts';

type Codes = Segment['codes'];

/** Classes of workers who are employed, also where no type is given; outside workers are on contract, digital ones nobody. */
export const EMPLOYED_CLASSES: readonly string[] = ['internal', UNKNOWN_CODE];

/** Whether somebody comes and goes by the shift. */
export function isPerDiem(codes: Codes): boolean {
  return codes['worker_type'] === 'per_diem';
}

export function isEmployed(codes: Codes): boolean {
  return EMPLOYED_CLASSES.includes(codes['worker_class'] ?? UNKNOWN_CODE);
}

/** Whom headline turnover is about: employees other than per diem workers. */
export function isHeadline(codes: Codes): boolean {
  return isEmployed(codes) && !isPerDiem(codes);
}
