import type { Figure } from './figure.ts';

/** Why a figure has no value, and what would give it one. */
export function absenceInWords({ absence, missing }: Pick<Figure, 'absence' | 'missing'>): string {
  switch (absence) {
    case 'no_base':
      return 'no base in this scope';
    case 'suppressed':
      return 'group too small to show';
    case 'not_measured':
      return missing.length > 0 ? `needs ${missing.join(', ')}` : 'not measured';
    case null:
      return '';
  }
}

/** The same for a table cell, which carries the bare code or words of its own. */
export function cellAbsence(absence: string | null): string {
  if (absence === 'no_base' || absence === 'suppressed' || absence === 'not_measured')
    return absenceInWords({ absence, missing: [] });
  return absence ?? 'no data';
}
