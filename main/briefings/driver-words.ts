import type { Driver } from '../analyses/alignment/dimension.ts';
import type { PageContext } from './page.ts';

/** What drives a difference, in words: a code of ours by its name. */
export function driverWords(context: PageContext, { label, codeOf }: Driver): string {
  return codeOf === undefined ? label : context.labelOf(codeOf, label);
}
