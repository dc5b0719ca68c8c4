import { describe, expect, it } from 'vitest';
import type { QuarantinedRow } from '../../main/contract/workspace.ts';
import { rejectedRowsText } from '../../electron/rejected-rows.ts';

const row = (number: number): QuarantinedRow => ({
  batch: 3,
  file: 'a.csv',
  sheet: null,
  row: number,
  column: 'hours',
  value: '=1+1',
  reason: 'overflow',
});

/** A workspace that rejected `total` rows and hands them out in pages. */
function rejecting(total: number) {
  const asked: number[] = [];
  const rows = Array.from({ length: total }, (_, index) => row(index + 2));
  return {
    asked,
    quarantine: async ({ offset, limit }: { offset: number; limit: number }) => {
      asked.push(offset);
      return { total, rows: rows.slice(offset, offset + limit) };
    },
  };
}

describe('rejected rows as a file', () => {
  it('are all there, page by page, with nothing that a spreadsheet would run', async () => {
    const api = rejecting(25_000);
    const lines = (await rejectedRowsText(api, 3)).trimEnd().split('\r\n');
    expect(api.asked).toEqual([0, 10_000, 20_000]);
    expect(lines).toHaveLength(25_001);
    expect(lines[0]).toBe('batch,file,sheet,row,column,value,reason');
    expect(lines.at(-1)).toBe("3,a.csv,,25001,hours,'=1+1,overflow");
  });

  it('are a header alone when nothing was rejected', async () => {
    expect(await rejectedRowsText(rejecting(0), null)).toBe('batch,file,sheet,row,column,value,reason\r\n');
  });
});
