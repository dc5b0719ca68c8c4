import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { apiMethods, shellMethods } from '../../main/contract/api.ts';
import { apiArguments, shellArguments } from '../../main/contract/arguments.ts';
import { UsageError } from '../../main/contract/errors.ts';
import { validated } from '../../electron/validated.ts';

const filters = { from: '2025-10', to: '2026-09', comparison: 'prior_year', where: { site: ['015392'] } };
const query = { metric: 'external_share_hours', variant: null, where: {}, from: '2025-10', to: '2025-10' };

/** One argument per method as the page sends it; undefined where a method takes none. */
const usual: Record<string, unknown> = {
  page: { briefing: 'cfo', page: 'who_works', filters },
  figure: { query },
  rows: { query, offset: 0, limit: 100 },
  preview: { file: 'id', recipe: null, settings: { date_order: 'dmy' } },
  importExtracts: { job: 'j1', files: [{ file: 'id', recipe: { kind: 'labor' }, settings: {} }] },
  importSample: { job: 'j1', sample: 'northlake' },
  cancel: { job: 'j1' },
  undo: { batch: 1 },
  quarantine: { batch: null, offset: 0, limit: 100 },
  mapPayCode: { payCode: '', payClass: null },
  harmonisation: { domain: 'job', entity: 'Bayside', against: null, version: 2 },
  decideCrosswalk: {
    domain: 'supplier',
    entity: null,
    against: 'Northlake',
    version: null,
    decisions: [{ code: 'CREST', targets: [{ code: 'Crestline', share: 0.5 }] }],
  },
  assume: { assumption: 'days_to_fill', range: { low: 30, high: 45.5 } },
  decideTarget: {
    entity: 'Bayside',
    dimension: 'pay_distance',
    model: 'entity',
    of: 'Northlake',
    costMajor: -1200.5,
    score: 75,
    owner: 'HR',
    due: '2026-12-31',
    reason: null,
    wave: null,
  },
  withdrawTarget: { entity: 'Bayside', dimension: 'pay_distance' },
  saveSynergy: {
    id: null,
    entry: {
      title: 'Renegotiate',
      owner: 'CNO',
      plannedMajor: 20_000,
      oneOffMajor: 0,
      from: '2026-01',
      metric: 'labor_cost',
      where: { site: ['Main'] },
      wave: 'Rules',
    },
  },
  strikeSynergy: { id: 1 },
  planWave: { was: null, name: 'Rules', due: '2026-12-31' },
  strikeWave: { name: 'Rules' },
  setCleanRoom: { on: true },
  deck: { briefing: 'board', filters: null },
  openRecent: { id: 'abc' },
  openSample: { sample: 'northlake' },
  saveRecipe: { recipe: { kind: 'labor' } },
  exportDeck: { briefing: 'board', filters },
  exportQuarantine: { batch: 3 },
};

function outcomeOf(work: () => unknown): 'accepted' | 'refused' | 'fault' {
  try {
    work();
    return 'accepted';
  } catch (error) {
    return error instanceof UsageError ? 'refused' : 'fault';
  }
}

const schemas = Object.entries<z.ZodType>({ ...apiArguments, ...shellArguments });

describe('argument schemas', () => {
  it('exist for every method and no other', () => {
    expect(Object.keys(apiArguments).sort()).toEqual(Object.keys(apiMethods).sort());
    expect(Object.keys(shellArguments).sort()).toEqual(Object.keys(shellMethods).sort());
  });

  it.each(schemas)('of %s take what the page sends, unchanged', (method, schema) => {
    expect(validated(method, schema, usual[method])).toEqual(usual[method]);
  });

  it.each(schemas)('of %s work where code generation is forbidden, as under the content policy', (method, schema) => {
    expect(schema.safeParse(usual[method], { jitless: true }).success).toBe(true);
  });

  it.each(schemas.filter(([method]) => usual[method] !== undefined))(
    'of %s refuse a field that nobody named',
    (method, schema) => {
      expect(() => validated(method, schema, { ...(usual[method] as object), extra: 1 })).toThrow(UsageError);
    },
  );

  it.each(schemas)('of %s refuse or accept, but never fail otherwise', (method, schema) => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true }), (value) => {
        expect(outcomeOf(() => validated(method, schema, value))).not.toBe('fault');
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['page', { ...(usual.page as object), filters: { ...filters, from: '2026-00' } }],
    ['page', { ...(usual.page as object), filters: { ...filters, comparison: 'none at all' } }],
    ['rows', { query, offset: -1, limit: 10 }],
    ['rows', { query, offset: 0, limit: 1e9 }],
    ['rows', { query, offset: 0.5, limit: 10 }],
    ['undo', { batch: 0 }],
    ['importExtracts', { job: 'j1', files: [] }],
    ['cancel', { job: '' }],
  ])('name the method and the place: %s', (method, argument) => {
    const schema = apiArguments[method as keyof typeof apiArguments] as z.ZodType;
    expect(() => validated(method, schema, argument)).toThrow(new RegExp(`^${method}\\.`));
  });

  it('drop a prototype smuggled in as a key', () => {
    const where = JSON.parse('{"__proto__": ["x"], "site": ["1"]}') as Record<string, string[]>;
    const { filters: kept } = validated('page', apiArguments.page, {
      ...(usual.page as object),
      filters: { ...filters, where },
    });
    expect(Object.getPrototypeOf(kept.where)).not.toEqual(['x']);
    expect('polluted' in {}).toBe(false);
  });
});
