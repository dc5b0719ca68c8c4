import { describe, expect, it } from 'vitest';
import { missingTargets } from '../../renderer/import/missing-targets.ts';
import { attributeTarget, pairTarget, remap, withTarget } from '../../renderer/import/recipe-edit.ts';

const preview = {
  kind: 'roster',
  recipe: {
    kind: 'roster',
    header_row: 3,
    columns: {
      worker_id: 'Emp No',
      hire_date: { from: 'Appointed', format: 'M/D/YYYY' },
      'attribute:county': 'COUNTY_NAME',
    },
    constants: { entity: 'Chicago' },
    attributes: ['rank'],
  },
  mapping: [
    { source: 'Emp No', target: 'worker_id', confidence: 1 },
    { source: 'Appointed', target: 'hire_date', confidence: 1 },
    { source: 'Left on', target: null, confidence: 0 },
    { source: 'rank', target: 'attribute:rank', confidence: 1 },
    { source: 'COUNTY_NAME', target: 'attribute:county', confidence: 1 },
  ],
};
const { columns } = preview.recipe;

describe('mapping a column in the preview', () => {
  it('gives it a meaning and keeps all else', () => {
    expect(remap(preview, 'Left on', 'term_date')).toEqual({
      ...preview.recipe,
      columns: { ...columns, term_date: 'Left on' },
    });
  });

  it('keeps how a target is read when another source takes its place', () => {
    expect(remap(preview, 'Left on', 'hire_date').columns).toEqual({
      ...columns,
      hire_date: { from: 'Left on', format: 'M/D/YYYY' },
    });
  });

  it('keeps it as an attribute under its own name', () => {
    expect(remap(preview, 'Left on', attributeTarget('Left on')).attributes).toEqual(['rank', 'Left on']);
  });

  it('leaves it out, whichever way it was kept', () => {
    expect(remap(preview, 'rank', null).attributes).toEqual([]);
    const { 'attribute:county': _county, ...withoutCounty } = columns;
    expect(remap(preview, 'COUNTY_NAME', null).columns).toEqual(withoutCounty);
    const { hire_date: _hired, ...withoutHire } = columns;
    expect(remap(preview, 'Appointed', null).columns).toEqual(withoutHire);
  });

  it('moves a column from one meaning to another', () => {
    const { hire_date: _hired, ...rest } = columns;
    expect(remap(preview, 'Appointed', 'term_date').columns).toEqual({ ...rest, term_date: 'Appointed' });
  });

  it('gives up a pair of hours of which one column means something else', () => {
    const wide = {
      kind: 'staffing',
      recipe: {
        columns: {},
        unpivot: [
          { job_code: 'RN', internal_hours: 'RN_emp', external_hours: 'RN_ctr' },
          { job_code: 'LPN', internal_hours: 'LPN_emp', external_hours: 'LPN_ctr' },
        ],
      },
      mapping: [{ source: 'RN_ctr', target: 'external_hours of RN', confidence: 1 }],
    };
    expect(remap(wide, 'RN_ctr', null).unpivot).toEqual([wide.recipe.unpivot[1]]);
  });

  it('shows at once, and takes the target from the column that had it', () => {
    const full = {
      ...preview,
      file: 'f',
      size: 0,
      encoding: '',
      delimiter: ',',
      header: [],
      sample: [],
      profile: null,
      confidence: 1,
      targets: [],
      rowsChecked: 0,
      rejects: [],
      warnings: [],
      question: null,
    };
    const next = withTarget(full, 'Left on', 'hire_date');
    expect(next.mapping.filter((one) => one.target === 'hire_date').map((one) => one.source)).toEqual(['Left on']);
    expect(next.recipe).toEqual(remap(full, 'Left on', 'hire_date'));
  });

  it('says how one half of a pair of hours is read', () => {
    const recipe = { unpivot: [{ job_code: 'RN', internal_hours: 'RN_emp', external_hours: 'RN_ctr' }] };
    expect(pairTarget(recipe, 'RN_ctr')).toBe('external_hours of RN');
    expect(pairTarget(recipe, 'WorkDate')).toBeNull();
    expect(pairTarget(null, 'RN_ctr')).toBeNull();
  });

  it('starts a recipe where none was recognised', () => {
    const unknown = { kind: 'labor', recipe: null, mapping: [{ source: 'Emp No', target: null, confidence: 0 }] };
    expect(remap(unknown, 'Emp No', 'worker_id')).toEqual({
      kind: 'labor',
      columns: { worker_id: 'Emp No' },
      attributes: [],
    });
  });
});

describe('what a file still lacks', () => {
  const targets = [
    { column: 'worker_id', required: true, meaning: '' },
    { column: 'entity', required: true, meaning: '' },
    { column: 'unit', required: false, meaning: '' },
  ];

  it('is every required column that nothing gives, a constant of the recipe included', () => {
    const mapping = [{ source: 'Emp No', target: null, confidence: 0 }];
    expect(missingTargets({ targets, mapping, recipe: null })).toEqual(['worker_id', 'entity']);
    expect(missingTargets({ targets, mapping: preview.mapping, recipe: preview.recipe })).toEqual([]);
  });
});
