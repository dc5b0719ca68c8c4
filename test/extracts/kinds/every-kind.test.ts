import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ColumnDefinition, ExtractKind } from '../../../main/extracts/kinds/kind.ts';
import { kindOf, KINDS } from '../../../main/extracts/kinds/registry.ts';
import { recognise } from '../../../main/extracts/registry.ts';
import { csv, testFolder, writeInto } from '../../support/folder.ts';
import { importFile, openWorkspace } from '../../support/workspace.ts';
import { allowForStorage } from '../../support/patience.ts';

allowForStorage();

const folder = testFolder();
const files = Object.keys(import.meta.glob('../../../main/extracts/kinds/*.kind.ts')).map((path) =>
  path.replace(/^.*\/|\.kind\.ts$/g, ''),
);
const kinds = [...KINDS.values()].map((kind) => [kind.id, kind] as const);

/** What identifies a row, as the product definition lists it. */
const NATURAL_KEYS: Record<string, string[]> = {
  labor: ['worker_id', 'work_date', 'entity', 'site', 'unit', 'job_code', 'pay_code', 'is_correction'],
  staffing: ['site', 'job_code', 'work_date'],
  roster: ['entity', 'worker_id', 'snapshot_date|hire_date'],
  invoices: ['supplier', 'invoice_id', 'line_id'],
  entities: ['entity_id'],
  volumes: ['site', 'unit', 'date', 'measure'],
  loads: ['entity', 'job_family', 'worker_type', 'valid_from'],
  spells: [],
  assignments: ['assignment_id'],
  shifts: ['site', 'unit', 'job_code', 'shift_date', 'shift_label'],
  credentials: ['worker_id', 'entity', 'control', 'issued'],
  policies: ['entity', 'area', 'attribute', 'valid_from'],
  rates: ['supplier', 'job_code', 'site', 'rate_type', 'valid_from'],
  bands: ['entity', 'job_code', 'valid_from'],
  crosswalk: ['domain', 'entity', 'job_code'],
};

/** A value that a column takes. */
function sampleOf({ name, type, choices }: ColumnDefinition): string {
  switch (type) {
    case 'code':
    case 'text':
      return name === 'currency' ? 'USD' : `${name} 1`;
    case 'day':
      return '2025-01-31';
    case 'hours':
      return '8.25';
    case 'money':
      return '12.34';
    case 'number':
      return '1';
    case 'duration':
      return name === 'entry' ? '0' : '5.5';
    case 'flag':
      return 'true';
    case 'worker_type':
      return 'agency';
    case 'choice':
      return choices![0];
  }
}

const rowOf = (kind: ExtractKind) => kind.columns.map(sampleOf);
const header = (kind: ExtractKind) => kind.columns.map(({ name }) => name);

describe('the registry of kinds', () => {
  it('finds every kind of extract under the id that its file is named after', () => {
    expect([...KINDS.keys()]).toEqual([...files].sort());
  });

  it('refuses a kind that does not exist, by name', () => {
    expect(() => kindOf('timesheets')).toThrow(
      /"timesheets" is not a kind of extract; the kinds are assignments, bands,/,
    );
  });
});

describe.each(kinds)('%s', (id, kind) => {
  it('has columns with one name, one meaning and consistent rules each', () => {
    const names = kind.columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const column of kind.columns) {
      expect(column.name).toMatch(/^[a-z][a-z_]*$/);
      expect(column.meaning, column.name).toMatch(/\S/);
      expect(column.type === 'choice', column.name).toBe(column.choices !== undefined);
      if (column.required) expect(kind.needsOneOf, column.name).toContainEqual([column.name]);
    }
    const named = [
      ...kind.needsOneOf.flat(),
      ...kind.naturalKey.flatMap((part) => part.split('|')),
      ...kind.dayColumns,
    ];
    if (kind.lineColumn !== null) expect(kind.naturalKey).toContain(kind.lineColumn);
    for (const name of named) expect(names, `${id} names ${name}`).toContain(name);
    for (const name of kind.dayColumns) expect(kind.columns.find((column) => column.name === name)!.type).toBe('day');
  });

  it('has the natural key of the product definition', () => {
    expect(kind.naturalKey).toEqual(NATURAL_KEYS[id]);
  });

  it('is what an extract with all its columns is taken for', () => {
    expect(recognise(header(kind))?.profile.id).toBe(`canonical_${id}`);
    expect(recognise(kind.needsOneOf.map((group) => group[0]))).not.toBeNull();
  });

  it('is stored, and known again by its key when it comes in another order of columns', async () => {
    const workspace = openWorkspace(join(folder, `${id}.muster`));
    try {
      const first = await importFile(workspace, writeInto(folder, `${id}.csv`, csv(header(kind), rowOf(kind))));
      expect(first).toMatchObject({ kind: id, accepted: 1, quarantined: 0, duplicates: 0 });
      const second = await importFile(
        workspace,
        writeInto(folder, `${id}-turned.csv`, csv(header(kind).toReversed(), rowOf(kind).toReversed())),
      );
      expect(second).toMatchObject(
        kind.naturalKey.length > 0
          ? { kind: id, accepted: 0, duplicates: 1 }
          : { kind: id, accepted: 1, duplicates: 0 },
      );
      expect(workspace.check()).toEqual([]);
    } finally {
      workspace.close();
    }
  });

  it('rejects a row in which a required value is blank, by column', async () => {
    const workspace = openWorkspace(join(folder, `${id}-blank.muster`));
    try {
      const required = kind.columns.filter((column) => column.required);
      const rows = required.map(({ name }) =>
        kind.columns.map((column) => (column.name === name ? '' : sampleOf(column))),
      );
      const report = await importFile(
        workspace,
        writeInto(folder, `${id}-blank.csv`, csv(header(kind), rowOf(kind), ...rows)),
        { kind: id },
      );
      expect(report).toMatchObject({ accepted: 1, quarantined: required.length });
      const found = workspace.store.quarantine(report.batch, { offset: 0, limit: 20 }).rows;
      expect(found).toMatchObject(
        required.map(({ name }, i) => ({ row: i + 3, column: name, value: '', reason: 'missing_value' })),
      );
    } finally {
      workspace.close();
    }
  });
});
