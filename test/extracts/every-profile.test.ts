import { describe, expect, it } from 'vitest';
import { KINDS } from '../../main/extracts/kinds/registry.ts';
import { planReading } from '../../main/extracts/plan.ts';
import { parseRecipe } from '../../main/extracts/recipe.ts';
import { PROFILES, recognise, recogniseOrRefuse } from '../../main/extracts/registry.ts';
import { sampleRows } from '../samples/sample-files.ts';

/** A header of each source, as its own exports have it. A new profile comes with one. */
const VENDOR_HEADERS: Record<string, string[][]> = {
  cms_pbj: [sampleRows('cms-pbj/PBJ_Daily_Nurse_Staffing_Q2_2024.csv')[0], sampleRows('cms-pbj/pbj_sample.csv.gz')[0]],
};
const canonical = Object.fromEntries(
  [...KINDS.values()].map((kind) => [`canonical_${kind.id}`, [kind.columns.map(({ name }) => name)]]),
);
const headersOf = (id: string): string[][] => ({ ...canonical, ...VENDOR_HEADERS })[id] ?? [];
const files = Object.keys(import.meta.glob('../../main/extracts/profiles/*.profile.ts')).map((path) =>
  path.replace(/^.*\/|\.profile\.ts$/g, '').replaceAll('-', '_'),
);

describe('the registry of source profiles', () => {
  it('finds every profile file under the id that its file is named after, and a canonical one per kind', () => {
    const ids = PROFILES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual([...files, ...Object.keys(canonical)].sort());
  });

  it('refuses what no profile fits, with what it comes nearest to', () => {
    expect(() => recogniseOrRefuse(['a', 'b'], { file: 'x.csv' })).toThrow(
      expect.objectContaining({ code: 'unknown_extract' }),
    );
    expect(() => recogniseOrRefuse(['worker_id', 'pay_code', 'hours'], { file: 'x.csv' })).toThrow(
      /comes nearest to labor, which also needs work_date/,
    );
  });

  it('follows the kind or profile that is asked for, and refuses those that do not exist', () => {
    const header = ['worker_id', 'work_date', 'hours', 'entity'];
    expect(recognise(header, { kind: 'labor' })?.profile.id).toBe('canonical_labor');
    expect(recognise(header, { kind: 'invoices' })).toBeNull();
    expect(() => recognise(header, { kind: 'timesheets' })).toThrow(/"timesheets" is not a kind/);
    expect(() => recognise(header, { profile: 'kronos' })).toThrow(/"kronos" is not a source profile/);
  });
});

describe.each(PROFILES.map((profile) => [profile.id, profile] as const))('%s', (id, profile) => {
  const headers = headersOf(id);

  it('has a title, a known kind and a header to be recognised by', () => {
    expect(profile.title).toMatch(/\S/);
    expect([...KINDS.keys()]).toContain(profile.kind);
    expect(headers).not.toEqual([]);
  });

  it('recognises its own header, in any case and with other punctuation, before any other profile', () => {
    for (const header of headers) {
      for (const written of [
        header,
        header.map((name) => name.toUpperCase()),
        header.map((name) => ` ${name.replaceAll('_', ' ')} `),
      ]) {
        const found = recognise(written);
        expect(found?.profile.id).toBe(id);
        expect(found!.confidence).toBeGreaterThan(0.5);
        expect(found!.confidence).toBeLessThanOrEqual(1);
        expect(found!.mapping.map(({ source }) => source)).toEqual(written);
      }
    }
  });

  it('does not recognise what is not its own, nor half a header', () => {
    expect(profile.recognise([])).toBeNull();
    expect(profile.recognise(['Datum', 'Betrag', 'Konto'])).toBeNull();
    expect(profile.recognise([headers[0].at(-1)!])).toBeNull();
  });

  it('makes a recipe that can be saved, read back and followed', () => {
    for (const header of headers) {
      const { recipe } = profile.recognise(header)!;
      const saved = parseRecipe(JSON.parse(JSON.stringify(recipe)));
      const plan = planReading({ recipe: saved, header, sampleOf: () => [], file: 'x.csv' });
      expect(plan.kind.id).toBe(profile.kind);
      expect(plan.columns.size).toBeGreaterThan(0);
    }
  });
});
