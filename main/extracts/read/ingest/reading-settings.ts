import { InputRefused } from '../../../contract/errors.ts';
import { READING_SETTINGS } from '../../check-recipe.ts';
import type { Recipe } from '../../recipe.ts';
import type { ReadingOptions } from '../understanding.ts';

/** What settings and recipe say of how to read the file itself; a setting wins over the recipe. */
export function readingOptions(settings: Record<string, string>, recipe: Recipe | null): ReadingOptions {
  const said = (key: string): string | undefined => settings[key] ?? recipe?.settings[key];
  const [header, delimiter, quote, escape] = ['header', 'delimiter', 'quote', 'escape'].map(said);
  const [encoding, sheet] = [said('encoding'), said('sheet') ?? recipe?.sheet];
  const headerLine = header === undefined ? recipe?.header_row : lineNumber(header);
  return {
    ...(headerLine === undefined ? {} : { header: headerLine }),
    ...(delimiter === undefined ? {} : { delimiter: delimiterNamed(delimiter) }),
    ...(quote === undefined ? {} : { quote: markNamed('quote', quote) }),
    ...(escape === undefined ? {} : { escape: markNamed('escape', escape) }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}

/** The recipe with what `--set` says: settings on how to read, and constants that hold for every row. */
export function withSettings(recipe: Recipe, settings: Record<string, string>): Recipe {
  const entries = Object.entries(settings);
  const constants = entries.filter(([key]) => !READING_SETTINGS.has(key));
  const blank = constants.find(([, value]) => value.trim() === '');
  if (blank) throw refused(`"${blank[0]}" is set to nothing; give it a value or leave it out.`);
  const set = new Set(constants.map(([key]) => key));
  return {
    ...recipe,
    // What the user states holds for every row, whatever the column says.
    columns: Object.fromEntries(Object.entries(recipe.columns).filter(([target]) => !set.has(target))),
    constants: Object.fromEntries([...Object.entries(recipe.constants), ...constants]),
    settings: { ...recipe.settings, ...Object.fromEntries(entries.filter(([key]) => READING_SETTINGS.has(key))) },
  };
}

function lineNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw refused(`header takes the line of the row of names, not "${text}".`);
  return Number(text);
}

/** `tab` and `\t` are the tab. */
function delimiterNamed(text: string): string {
  const delimiter = text === 'tab' || text === '\\t' ? '\t' : text;
  if (delimiter === '' || /[\r\n\0"]/.test(delimiter))
    throw refused(`"${text}" cannot be a delimiter; give one or more characters, or tab.`);
  return delimiter;
}

/** `none` switches quoting or escaping off. */
function markNamed(role: string, text: string): string | null {
  if (text === 'none') return null;
  if (!/^[\x20-\x7e]$/.test(text)) throw refused(`"${text}" cannot be the ${role}; give one plain character, or none.`);
  return text;
}

function refused(message: string): InputRefused {
  return new InputRefused('bad_setting', message);
}
