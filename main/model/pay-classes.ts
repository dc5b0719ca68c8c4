/** What a cost line pays for. `unmapped` is a pay code nobody has classified: its money counts, its hours do not. */
export const PAY_CLASSES = [
  'regular',
  'overtime',
  'differential',
  'on_call',
  'call_back',
  'orientation',
  'paid_leave',
  'incentive',
  'other_nonproductive',
  'employer_cost',
  'unmapped',
] as const;

export type PayClass = (typeof PAY_CLASSES)[number];

export const PRODUCTIVE: ReadonlySet<PayClass> = new Set(['regular', 'overtime', 'call_back']);
export const WORKED: ReadonlySet<PayClass> = new Set([...PRODUCTIVE, 'orientation']);
export const PAID: ReadonlySet<PayClass> = new Set([...WORKED, 'paid_leave', 'other_nonproductive']);

/** Paid for time away from work or for employing at all: never part of a price per productive hour. */
export const NON_PRODUCTIVE_MONEY: ReadonlySet<PayClass> = new Set([
  'orientation',
  'paid_leave',
  'other_nonproductive',
  'employer_cost',
]);

/**
 * Class of a pay code by its own name, e.g. "Paid Leave" is `paid_leave`; null when the name is not a class.
 * Nothing else is guessed: other codes are mapped by the user.
 */
export function payClassNamed(code: string): PayClass | null {
  const name = code
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return name !== 'unmapped' && (PAY_CLASSES as readonly string[]).includes(name) ? (name as PayClass) : null;
}
