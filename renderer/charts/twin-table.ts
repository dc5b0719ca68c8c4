/** A chart as text in rows; the first column names them. */
export type TwinTable = { head: string[]; rows: string[][] };
