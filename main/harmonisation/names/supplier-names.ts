import { LEGAL_FORMS } from '../../text/legal-forms.ts';
import { wordSet } from '../../text/word-set.ts';
import { foldedWords } from '../../text/folded-words.ts';
import type { NameRules } from './read-name.ts';

/** What stands between the words of a name, and letters of legal forms that were written apart. */
const BETWEEN: ReadonlySet<string> = wordSet('and c dba l of p the');

/** What most agencies are called. */
const TRADE_WORDS: ReadonlySet<string> = wordSet(`
  staffing staff agency group holdings partners services solutions resources medical healthcare health
  care nursing travel locums allied home national usa
`);

/** One agency under several names: "Crestline Staffing, Inc." is "CRESTLINE STAFFING LLC". */
export const SUPPLIER_RULES: NameRules = {
  read(name) {
    const words = foldedWords(name);
    const own = words.filter((word) => !LEGAL_FORMS.has(word) && !BETWEEN.has(word));
    return { words: [...new Set(own.length > 0 ? own : words)], level: null, readings: [] };
  },
  light: TRADE_WORDS,
  decisive: new Set(),
};
