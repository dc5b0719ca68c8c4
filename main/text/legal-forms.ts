import { wordSet } from './word-set.ts';

/** How a company is incorporated, folded to lower case; invoices and timesheets differ in it. */
export const LEGAL_FORMS: ReadonlySet<string> = wordSet(`
  ag bv co company corp corporation gmbh inc incorporated limited llc llp lp ltd pc plc pllc sa sarl
`);
