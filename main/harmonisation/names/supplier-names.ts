import { wordSet } from '../../text/word-set.ts';
import { foldedWords } from '../../text/folded-words.ts';
import type { NameRules } from './read-name.ts';

/** How a company is incorporated; invoices and timesheets differ in it. */
const LEGAL_FORMS: ReadonlySet<string> = wordSet(`
  inc incorporated llc llp lp ltd limited plc co company corp corporation l c p pc pllc gmbh ag bv sa sarl
  dba the of and
`);

/** What most agencies are called. */
const TRADE_WORDS: ReadonlySet<string> = wordSet(`
  staffing staff agency group holdings partners services solutions resources medical healthcare health
  care nursing travel locums allied home national usa
`);

/** One agency under several names: "Crestline Staffing, Inc." is "CRESTLINE STAFFING LLC". */
export const SUPPLIER_RULES: NameRules = {
  read(name) {
    const words = foldedWords(name);
    const own = words.filter((word) => !LEGAL_FORMS.has(word));
    return { words: [...new Set(own.length > 0 ? own : words)], level: null, readings: [] };
  },
  light: TRADE_WORDS,
  decisive: new Set(),
};
