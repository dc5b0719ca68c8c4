import { toFailure, UsageError } from '../contract/errors.ts';
import { rewrite } from '../extracts/read/rewrite.ts';
import type { ReadingOptions } from '../extracts/read/understanding.ts';
import { errorJson } from './error-json.ts';
import type { ErrorJson } from './error-json.ts';

/** What `muster read` is called with; paths are absolute. */
export interface ReadOptions extends ReadingOptions {
  files: string[];
  /** Folder for the plain files; null writes none. */
  outDir: string | null;
  /** Told what a person should know of each file; the document itself has no warnings. */
  warn?: (message: string) => void;
}

/** How one file is understood, as the command line prints it. */
export interface ReadFile {
  file: string;
  encoding: string;
  newline: string;
  delimiter: string;
  quote: string | null;
  escape: string | null;
  preamble_lines: number;
  /** As it stands in the file; empty if there is none. */
  header: string[];
  rows: number;
  footer_lines: number;
  /** `row` is the physical line where the row starts, of a workbook the row of the sheet. */
  odd_rows: { row: number; reason: string }[];
  out: string | null;
}

/** Of several files, one that was refused. */
export interface RefusedFile {
  file: string;
  error: ErrorJson;
}

export interface ReadResult {
  files: (ReadFile | RefusedFile)[];
}

/**
 * Reads each file, says how it is understood and writes it plainly.
 * A single file that is refused throws; of several, the refused ones are listed among the others.
 * Throws UsageError for a quote, escape or delimiter that cannot be one, and for two files of one name.
 */
export async function readCommand(options: ReadOptions): Promise<ReadResult> {
  const choices = readingChoices(options);
  const names = options.files.map((path) => path.replace(/^.*[\\/]/, ''));
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (options.outDir !== null && twice !== undefined)
    throw new UsageError(`Two of the files are called ${twice}; write them to different folders.`);

  const files: ReadResult['files'] = [];
  for (const [i, path] of options.files.entries()) {
    try {
      files.push(await readOne(path, choices, options));
    } catch (error) {
      const failure = toFailure(error);
      if (options.files.length === 1 || failure.code === 'fault' || failure.code === 'usage') throw error;
      files.push({ file: names[i], error: errorJson(failure) });
    }
  }
  return { files };
}

async function readOne(path: string, choices: ReadingOptions, { outDir, warn }: ReadOptions): Promise<ReadFile> {
  const { understanding, rows, odd, footerLines, out, warnings } = await rewrite(path, choices, outDir);
  for (const warning of warnings) warn?.(`${understanding.file}: ${warning.message}`);
  return {
    file: understanding.file,
    encoding: understanding.encoding,
    newline: understanding.newline,
    delimiter: understanding.delimiter,
    quote: understanding.quote,
    escape: understanding.escape,
    preamble_lines: understanding.preambleLines,
    header: understanding.headerText,
    rows,
    footer_lines: footerLines,
    odd_rows: odd.map(({ line, reason }) => ({ row: line, reason })),
    out,
  };
}

/** `tab` and `\t` are the tab; an empty quote or escape, or `none`, switches it off. */
function readingChoices({
  header,
  delimiter,
  quote,
  escape,
  encoding,
  sheet,
  unsure = 'guess',
}: ReadOptions): ReadingOptions {
  return {
    unsure,
    ...(header === undefined ? {} : { header }),
    ...(delimiter === undefined ? {} : { delimiter: delimiterNamed(delimiter) }),
    ...(quote === undefined ? {} : { quote: markNamed(quote, 'quote') }),
    ...(escape === undefined ? {} : { escape: markNamed(escape, 'escape') }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}

function delimiterNamed(text: string): string {
  const delimiter = text === 'tab' || text === '\\t' ? '\t' : text;
  if (delimiter === '' || /[\r\n\0"]/.test(delimiter))
    throw new UsageError(`"${text}" cannot be a delimiter; give one or more characters, or tab.`);
  return delimiter;
}

function markNamed(text: string | null, role: string): string | null {
  if (text === null || text === '' || text === 'none') return null;
  if (!/^[\x20-\x7e]$/.test(text))
    throw new UsageError(`"${text}" cannot be the ${role}; give one plain character, or none.`);
  return text;
}
