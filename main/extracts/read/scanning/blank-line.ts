import { SPACE, TAB } from './reading.ts';

/** What lines are drawn with: - = _ + */
const RULERS = [0x2d, 0x3d, 0x5f, 0x2b];
/** So many equal signs in a row make a line rather than a mark for "nothing". */
const RULE_LENGTH = 3;

/** For every byte 1 if a blank line may begin with it. */
export function blankStarts(delimiter: Uint8Array): Uint8Array {
  const starts = new Uint8Array(256).fill(1, 0, SPACE + 1);
  for (const byte of [delimiter[0], ...RULERS]) starts[byte] = 1;
  return starts;
}

/** Whether a line holds no values: only delimiters, spaces and tabs, or a drawn rule such as "----+----". */
export function isBlankLine(bytes: Uint8Array, from: number, to: number, delimiter: Uint8Array): boolean {
  let run = 0;
  let longest = 0;
  let ruled = false;
  for (let p = from; p < to; p++) {
    const byte = bytes[p];
    if (RULERS.includes(byte) && !delimiter.includes(byte)) {
      ruled = true;
      run = byte === bytes[p - 1] && p > from ? run + 1 : 1;
      longest = Math.max(longest, run);
    } else if (byte !== SPACE && byte !== TAB && !delimiter.includes(byte)) return false;
  }
  return !ruled || longest >= RULE_LENGTH;
}
