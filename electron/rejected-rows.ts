import type { Api } from '../main/contract/api.ts';
import type { QuarantinedRow } from '../main/contract/workspace.ts';
import { delimitedText } from '../main/exports/delimited-text.ts';

const COLUMNS = ['batch', 'file', 'sheet', 'row', 'column', 'value', 'reason'] as const;

const PAGE = 10_000;

/** All rejected rows of one batch, or of all, as a delimited file; runs in the service, since there can be many. */
export async function rejectedRowsText(api: Pick<Api, 'quarantine'>, batch: number | null): Promise<string> {
  const all: QuarantinedRow[] = [];
  for (;;) {
    const { total, rows } = await api.quarantine({ batch, offset: all.length, limit: PAGE });
    all.push(...rows);
    if (rows.length === 0 || all.length >= total) break;
  }
  return delimitedText(
    COLUMNS,
    all.map((row) => COLUMNS.map((column) => row[column])),
  );
}
