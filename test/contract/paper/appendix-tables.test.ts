import { describe, expect, it } from 'vitest';
import type { DeckModel } from '../../../main/contract/deck.ts';
import { appendixTables } from '../../../main/contract/paper/appendix-tables.ts';

describe('the exclusions of a deck', () => {
  it('have no hours and no money where what is left out has none', () => {
    const one = { metric: 'turnover', title: 'Turnover', currency: 'USD', reason: 'per diem', rows: 180 };
    const exclusions: DeckModel['exclusions'] = [
      { ...one, hours: 0, costMinor: 0 },
      { ...one, hours: 320, costMinor: 3_700_000 },
    ];
    const [table] = appendixTables({ exclusions, workerTypes: [], batches: [] } as unknown as DeckModel);
    expect(table.rows.map((row) => row.slice(2))).toEqual([
      ['180', '–', '–'],
      ['180', '320', '$37k'],
    ]);
  });
});
