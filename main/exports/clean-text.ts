import { displayText } from '../contract/format.ts';

/** Text without what XML cannot hold or what would disguise it. */
export function cleanText(text: string): string {
  return displayText(text.toWellFormed()).replace(/[\ufffe\uffff]/g, '');
}
