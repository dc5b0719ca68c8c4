/** What a stated reason says of the end of a row: how the worker left, or why the row is no end of the stay at all. */
export type ReasonClass = 'voluntary' | 'involuntary' | 'other' | 'divested' | 'leave' | 'transfer' | 'conversion';

/**
 * The reason map. A source's own wording is brought to one of these by the `values` of its recipe; whatever is not
 * here stays unclassified. Retirement and death are neither the worker's choice of another place nor the employer's.
 */
const REASONS: Readonly<Record<ReasonClass, readonly string[]>> = {
  voluntary: [
    'voluntary',
    'resigned',
    'resignation',
    'quit',
    'job abandonment',
    'no call no show',
    'relocation',
    'relocated',
    'moved',
    'schedule',
    'career change',
    'better opportunity',
    'new job',
    'pay',
    'education',
    'return to school',
    'family',
    'personal reasons',
  ],
  involuntary: [
    'involuntary',
    'dismissed',
    'dismissal',
    'discharged',
    'terminated for cause',
    'performance',
    'misconduct',
    'attendance',
    'laid off',
    'layoff',
    'redundancy',
    'reduction in force',
    'position eliminated',
    'restructuring',
    'failed probation',
    'licence lapsed',
    'license lapsed',
  ],
  other: [
    'other',
    'retired',
    'retirement',
    'death',
    'deceased',
    'disability',
    'end of contract',
    'contract ended',
    'end of temporary employment',
    'assignment ended',
    'completed',
    'cancelled',
    'ended',
  ],
  divested: ['divested', 'divestiture', 'divestment', 'entity sold', 'sale of business', 'spin off'],
  leave: ['leave', 'leave of absence', 'parental leave', 'medical leave', 'military leave', 'sabbatical', 'fmla'],
  transfer: ['transfer', 'transferred', 'internal transfer', 'intercompany transfer', 'transfer between entities'],
  conversion: ['converted', 'conversion', 'converted to employee', 'hired', 'converted to staff'],
};

const BY_WORDING: ReadonlyMap<string, ReasonClass> = new Map(
  Object.entries(REASONS).flatMap(([id, wordings]) =>
    wordings.map((wording): [string, ReasonClass] => [wording, id as ReasonClass]),
  ),
);

/**
 * Class of a reason by its whole wording; a reason that calls itself voluntary or involuntary, such as "Terminate >
 * Involuntary > Attendance", is what it says. Null for any other wording: nothing is guessed.
 */
export function reasonClassOf(reason: string): ReasonClass | null {
  const words = reason
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const known = BY_WORDING.get(words);
  if (known) return known;
  const all = words.split(' ');
  if (all.includes('involuntary')) return 'involuntary';
  return all.includes('voluntary') ? 'voluntary' : null;
}
