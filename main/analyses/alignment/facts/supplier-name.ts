import { joinedInitials } from '../../../text/joined-initials.ts';
import { LEGAL_FORMS } from '../../../text/legal-forms.ts';

/**
 * A supplier without what differs from invoice to invoice: case, punctuation and the legal form at its end, so that
 * "Crestline Staffing, Inc." and "CRESTLINE STAFFING LLC" meet. A name that is nothing else stays as it is.
 */
export function supplierName(name: string): string {
  const words = joinedInitials(name.normalize('NFKC'))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()
    .split(' ');
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1)!)) words.pop();
  return words.join(' ') || name;
}
