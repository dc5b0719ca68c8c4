import { describe, expect, it } from 'vitest';
import { attributeTarget, remap } from '../../renderer/import/recipe-edit.ts';

const preview = {
  kind: 'roster',
  recipe: {
    kind: 'roster',
    header_row: 3,
    columns: { worker_id: 'Emp No', hire_date: { from: 'Appointed', format: 'M/D/YYYY' } },
    constants: { entity: 'Chicago' },
    attributes: ['rank'],
  },
  mapping: [
    { source: 'Emp No', target: 'worker_id', confidence: 1 },
    { source: 'Appointed', target: 'hire_date', confidence: 1 },
    { source: 'Left on', target: null, confidence: 0 },
    { source: 'rank', target: 'attribute:rank', confidence: 1 },
  ],
};

describe('mapping a column in the preview', () => {
  it('gives it a meaning and keeps all else', () => {
    expect(remap(preview, 'Left on', 'term_date')).toEqual({
      ...preview.recipe,
      columns: { ...preview.recipe.columns, term_date: 'Left on' },
    });
  });

  it('keeps how a column is read when another source takes its place', () => {
    expect(remap(preview, 'Left on', 'hire_date').columns).toEqual({ worker_id: 'Emp No', hire_date: { from: 'Left on', format: 'M/D/YYYY' } });
  });

  it('keeps it as an attribute under its own name', () => {
    expect(remap(preview, 'Left on', attributeTarget('Left on')).attributes).toEqual(['Left on', 'rank']);
  });

  it('leaves it out', () => {
    const recipe = remap(preview, 'rank', null);
    expect(recipe.attributes).toEqual([]);
    expect(remap(preview, 'Appointed', null).columns).toEqual({ worker_id: 'Emp No' });
  });

  it('starts a recipe where none was recognised', () => {
    expect(remap({ ...preview, recipe: null, kind: 'labor', mapping: preview.mapping.map((one) => ({ ...one, target: null })) }, 'Emp No', 'worker_id')).toEqual({
      kind: 'labor', columns: { worker_id: 'Emp No' }, attributes: [],
    });
  });
});
