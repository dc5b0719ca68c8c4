import type { Segment } from './spell.ts';

type Codes = Segment['codes'];

/** Whether somebody comes and goes by the shift. */
export function isPerDiem(codes: Codes): boolean {
  return codes['worker_type'] === 'per_diem';
}

/** Outside workers are on contract and digital ones nobody; all others are employed, also where no type is given. */
export function isEmployed(codes: Codes): boolean {
  return codes['worker_class'] !== 'external' && codes['worker_class'] !== 'digital';
}

/** Whom headline turnover is about: employees other than per diem workers. */
export function isHeadline(codes: Codes): boolean {
  return isEmployed(codes) && !isPerDiem(codes);
}
