import { foldedWords } from '../../text/folded-words.ts';
import type { NameRules } from './read-name.ts';

/** Codes and labels without a language of their own, such as pay codes and worker types. */
export const CODE_RULES: NameRules = {
  read: (name) => ({ words: [...new Set(foldedWords(name))], level: null, readings: [] }),
  light: new Set(),
  decisive: new Set(),
};
