import { wordSet } from '../../text/word-set.ts';

/** When and how much somebody works: the job is the same. */
export const SCHEDULE_WORDS: ReadonlySet<string> = wordSet(`
  day days night nights noc nocs eve eves evening evenings am pm weekend weekends wkend wknd shift
  rotating ft fulltime parttime prn diem per fte hr hrs hour hours exempt nonexempt temp temporary
`);

/** Words that hold a title together and name nothing. */
export const FILLERS: ReadonlySet<string> = wordSet('of the and for to a in on level lvl lev grade');

/** Words that a title may leave out without meaning another job. */
export const LIGHT_WORDS: ReadonlySet<string> = wordSet(`
  certified licensed registered staff general department unit care services family
`);

/** Words that say how far up or down a job stands: with and without one of them, two titles are two jobs. */
export const RANK_WORDS: ReadonlySet<string> = wordSet(`
  chief executive director manager supervisor lead charge head senior junior assistant associate aide
  intern extern student trainee resident fellow apprentice coordinator educator specialist practitioner
  anesthetist midwife
`);

export const ROMAN_NUMERALS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5 };
export const NUMBER_WORDS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5 };
