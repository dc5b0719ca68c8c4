import type { PageModel } from '../../contract/page.ts';

export const CONTENTS = 'Contents';
export const DEFINITIONS = 'Definitions';
export const EXCLUSIONS = 'Exclusions';
export const EXTRACTS = 'Extracts';

/** Spreadsheets take no longer name of a sheet. */
const LONGEST = 31;

/** "3 Why cost moved": its number keeps it apart from all others, and the ids of pages are plain words. */
export function pageSheetName({ number, id }: Pick<PageModel, 'number' | 'id'>): string {
  const name = id.replaceAll('_', ' ');
  return `${number} ${name.charAt(0).toUpperCase()}${name.slice(1)}`.slice(0, LONGEST).trimEnd();
}
