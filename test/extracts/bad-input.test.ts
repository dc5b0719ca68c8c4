import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../support/folder.ts';
import type { ImportChoices } from '../support/workspace.ts';
import { answerTo, type Answer } from './answer.ts';
import { HEADER, labor, line } from './labor-lines.ts';

const folder = testFolder();
const PLAIN = labor(10);
const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string, bigEndian = false) =>
  bigEndian ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le');
const withColumns = (names: string, cells: string) =>
  PLAIN.trimEnd()
    .split('\n')
    .map((text, i) => `${text},${i === 0 ? names : cells}\n`)
    .join('');
const wide = (columns: number) => {
  const more = Array.from({ length: columns - 9 }, (_, i) => `c${i}`);
  return withColumns(more.join(','), more.map((_, i) => String(i % 7)).join(','));
};

/** Case of RELIABILITY section 5, what is shown, the file, the answer, and what the user chose. */
type Case = [
  number: string,
  sentence: string,
  content: string | Uint8Array,
  expected: Partial<Answer>,
  choices?: ImportChoices,
];

const BYTES: Case[] = [
  ['1', 'no bytes at all are refused as empty', '', { answer: 'R', code: 'empty_file' }],
  [
    '2',
    'a header without rows is accepted, and that is said once',
    `${HEADER}\n`,
    { answer: 'W', accepted: 0, warnings: ['no_rows'] },
  ],
  ['3', 'a byte-order mark alone is refused as empty', bytes([0xef, 0xbb, 0xbf]), { answer: 'R', code: 'empty_file' }],
  ['4', 'a byte-order mark is no part of the first name', `\ufeff${PLAIN}`, { answer: 'A', accepted: 10 }],
  ['5', 'UTF-16 with its mark is read', utf16(`\ufeff${PLAIN}`), { answer: 'A', accepted: 10 }],
  ['6', 'big-endian UTF-16 with its mark is read', utf16(`\ufeff${PLAIN}`, true), { answer: 'A', accepted: 10 }],
  [
    '7',
    'UTF-16 without a mark is read with a word of caution',
    utf16(PLAIN),
    { answer: 'W', accepted: 10, warnings: ['encoding_guessed'] },
  ],
  [
    '8',
    'Windows-1252 is named',
    latin1(labor(5, { 2: { site: 'Caf\xe9 \x80 \x93a\x94' } })),
    { answer: 'W', accepted: 5, warnings: ['encoding_guessed'] },
  ],
  [
    '9',
    'one broken byte quarantines its row, by its physical line',
    broken(labor(12, withSite('Zoë')), 7),
    { answer: 'Q', accepted: 11, rejects: ['7 - invalid_utf8'] },
  ],
  [
    '10',
    'the rows in another encoding are quarantined',
    Buffer.concat([Buffer.from(labor(9, withSite('Zoë'))), latin1(`${line(10, { site: 'Ren\xe9' })}\n`)]),
    { answer: 'Q', accepted: 9, rejects: ['11 - invalid_utf8'] },
  ],
  [
    '11',
    'a NUL quarantines its row',
    labor(5, { 3: { site: 'A\0B' } }),
    { answer: 'Q', accepted: 4, rejects: ['4 - nul_byte'] },
  ],
  [
    '12',
    'NULs after the last row are reported',
    Buffer.concat([Buffer.from(PLAIN), Buffer.alloc(70_000)]),
    { answer: 'W', accepted: 10, warnings: ['zero_padding'] },
  ],
];

const LINES: Case[] = [
  [
    '13',
    'carriage returns alone end lines',
    labor(5, { 3: { hours: 'x' } }, '\r'),
    { answer: 'Q', accepted: 4, rejects: ['4 hours invalid_number'] },
  ],
  [
    '13',
    'carriage return and line feed end lines',
    labor(5, { 3: { hours: 'x' } }, '\r\n'),
    { answer: 'Q', accepted: 4, rejects: ['4 hours invalid_number'] },
  ],
  [
    '13',
    'ends of lines may be mixed',
    `${HEADER}\r\n${line(1)}\n${line(2)}\r${line(3, { hours: 'x' })}\r\n${line(4)}\n`,
    { answer: 'Q', accepted: 3, rejects: ['4 hours invalid_number'] },
  ],
  [
    '14',
    'line breaks in quotes count as lines of the file, not as rows',
    labor(5, { 1: { site: 'a\nb' }, 3: { hours: 'x' }, 4: { site: 'c\r\nd\ne' }, 5: { hours: 'y' } }),
    { answer: 'Q', accepted: 3, rejects: ['5 hours invalid_number', '9 hours invalid_number'] },
  ],
  [
    '15',
    'a quote left open costs one row of 20,000',
    `${HEADER}\n${line(1)}\n${line(2).replace('S1', '"S1')}\n${Array.from({ length: 19_998 }, (_, i) => `${line(i + 3)}\n`).join('')}`,
    { answer: 'Q', accepted: 19_999, rejects: ['3 - unclosed_quote'] },
  ],
  [
    '16',
    'a stray quote is kept as it stands, and that is said',
    PLAIN.replace('S1', 'S"1'),
    { answer: 'W', accepted: 10, warnings: ['literal_quotes'] },
  ],
  [
    '17',
    'backslashes before quotes are named',
    PLAIN.replaceAll('S1', '"S \\"1\\""'),
    { answer: 'W', accepted: 10, warnings: ['backslash_escapes'] },
  ],
  [
    '30',
    'a last row that was cut off is quarantined',
    PLAIN.trimEnd().slice(0, -18),
    { answer: 'Q', accepted: 9, rejects: ['11 - short_row'] },
  ],
];

const TABLES: Case[] = [
  [
    '18',
    'semicolons go with decimal commas',
    PLAIN.replaceAll(',', ';').replaceAll('8.00', '7,50').replaceAll('320.00', '320,55'),
    { answer: 'A', accepted: 10 },
  ],
  ['19', 'tabs part fields', PLAIN.replaceAll(',', '\t'), { answer: 'A', accepted: 10 }],
  ['19', 'pipes part fields', PLAIN.replaceAll(',', '|'), { answer: 'A', accepted: 10 }],
  [
    '19',
    'a delimiter of several signs is asked for',
    PLAIN.replaceAll(',', '~|~'),
    { answer: 'R', code: 'ask_delimiter' },
  ],
  [
    '19',
    'a delimiter of several signs is taken when it was given',
    PLAIN.replaceAll(',', '~|~'),
    { answer: 'W', accepted: 10 },
    { settings: { delimiter: '~|~' } },
  ],
  [
    '20',
    'a first line that names the separator is no row',
    `sep=;\n${PLAIN.replaceAll(',', ';')}`,
    { answer: 'A', accepted: 10 },
  ],
  [
    '21',
    'titles and a total are skipped, listed, and the total is reconciled',
    `Report\nRun 2025-02-01\n\n${PLAIN}\nTotal,,,,,,80.00,3200.00,\n`,
    { answer: 'W', accepted: 10, warnings: ['preamble_skipped', 'footer_skipped', 'total_agrees'] },
  ],
  [
    '21',
    'a total that does not agree is said',
    `${PLAIN}Total,,,,,,81.00,"3,200.00",\n`,
    { answer: 'W', accepted: 10, warnings: ['footer_skipped', 'total_differs'] },
  ],
  [
    '22',
    'of two tables the user is asked which',
    `${PLAIN}\n\nsite,date,measure,value\nS1,2025-01-01,patient_days,10\nS2,2025-01-01,patient_days,11\n`,
    { answer: 'R', code: 'two_tables', place: { file: 'two.csv', row: 14 } },
  ],
  ['23', 'a row of groups above the names is said', `Worker,,Where,,,Pay,,,\n${PLAIN}`, { answer: 'W', accepted: 10 }],
  [
    '24',
    'of two columns of one name the second is numbered',
    PLAIN.replace('unit', 'site'),
    { answer: 'W', accepted: 10, warnings: ['duplicate_headers'] },
  ],
  [
    '25',
    'names that mean something to programs are names',
    withColumns('__proto__,constructor,rowid', 'a,b,c'),
    { answer: 'A', accepted: 10 },
  ],
  [
    '26',
    'a name written in SQL is a name',
    withColumns('"x""); DROP TABLE batch;--"', 'a'),
    { answer: 'A', accepted: 10 },
  ],
  [
    '27',
    'short and long rows are quarantined',
    `${PLAIN}W1,2025-01-01\n${line(2)},more,still\n${line(30)}\n`,
    { answer: 'Q', accepted: 11, rejects: ['12 - short_row', '13 - long_row'], warnings: [] },
  ],
  ['28', '2,001 columns are refused', wide(2001), { answer: 'R', code: 'too_many_columns' }],
  [
    '28',
    '2,000 columns are accepted; what is beyond the attributes is listed',
    wide(2000),
    { answer: 'W', accepted: 10, warnings: ['attribute_left_out'] },
  ],
  [
    '29',
    'a field without end is refused',
    `${PLAIN}W,2025-01-01,"${'x'.repeat(9 * 2 ** 20)}`,
    { answer: 'R', code: 'line_too_long', place: { row: 12 } },
  ],
  ['62', 'a delimited file may have any name', PLAIN, { answer: 'A', accepted: 10 }],
  ['62', 'a packed file is unpacked', gzipSync(PLAIN), { answer: 'A', accepted: 10 }],
];

describe.each([
  ['bytes', BYTES],
  ['lines', LINES],
  ['tables', TABLES],
])('bad input: %s', (_, cases) => {
  it.each(cases)('case %s: %s', async (_, sentence, content, expected, choices = {}) => {
    const name = sentence.includes('two tables') ? 'two.csv' : undefined;
    const answer = await answerTo(folder, content, { ...choices, ...(name ? { name } : {}) });
    expect(answer, answer.message).toMatchObject(expected);
  });
});

describe('the same rows', () => {
  it('case 13: have the same figures however lines end', async () => {
    const answers: Answer[] = [];
    for (const ending of ['\n', '\r', '\r\n']) answers.push(await answerTo(folder, labor(20, {}, ending)));
    expect(answers.map(({ accepted }) => accepted)).toEqual([20, 20, 20]);
    expect(new Set(answers.map(({ sums }) => sums)).size).toBe(1);
    expect((await answerTo(folder, labor(20, { 7: { hours: '7.99' } }))).sums).not.toBe(answers[0].sums);
  });
});

function withSite(site: string): Record<number, { site: string }> {
  return Object.fromEntries(Array.from({ length: 20 }, (_, i) => [i + 1, { site }]));
}

/** The text in UTF-8 with the second byte of the first two-byte letter of a line damaged. */
function broken(text: string, lineNumber: number): Uint8Array {
  const before = text
    .split('\n')
    .slice(0, lineNumber - 1)
    .join('\n');
  const content = Buffer.from(text);
  content[content.indexOf(0xc3, Buffer.byteLength(before)) + 1] = 0x28;
  return content;
}
