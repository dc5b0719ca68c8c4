import { displayText } from '../../main/contract/format.ts';

/** A chart as text in rows; the first column names them. */
export type TwinTable = { head: string[]; rows: string[][] };

/** A name of the model as the heading of a column. */
export function headingOf(name: string): string {
  const text = displayText(name);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
