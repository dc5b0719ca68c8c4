import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sidesOf } from '../../../main/analyses/alignment/sides.ts';
import type { Workspace } from '../../../main/workspace/workspace.ts';
import { csv, testFolder, writeInto } from '../../support/folder.ts';
import { allowForStorage } from '../../support/patience.ts';
import { importFile, openWorkspace } from '../../support/workspace.ts';

allowForStorage();

const folder = testFolder();
let workspace: Workspace;

beforeAll(async () => {
  workspace = openWorkspace(`${folder}/w.muster`);
  const entities = csv(
    'entity_id,name,parent,close_date',
    'System,The system,,',
    'Clinics,Clinics,System,',
    'Rural,Rural clinics,Clinics,',
    'East,East,System,2025-06-01',
    'East Lab,East laboratory,East,',
    'North,North,System,2024-01-01',
    'Ring A,Ring A,Ring B,2025-06-01',
    'Ring B,Ring B,Ring C,',
    'Ring C,Ring C,Ring A,',
    'H1,Home 1,CHAIN,',
    'H2,Home 2,CHAIN,',
  );
  await importFile(workspace, writeInto(folder, 'entities.csv', entities));
});
afterAll(() => workspace.close());

const membersOf = (entity: string, against: string | null = null) => {
  const sides = sidesOf(workspace.view(), { entity, against });
  return [[...sides.entity.members].sort(), [...sides.against.members].sort()];
};

describe('who is compared with whom', () => {
  it('is the entity with what it owns, against its parent with all else, but for others that were acquired', () => {
    expect(membersOf('East')).toEqual([
      ['East', 'East Lab'],
      ['Clinics', 'Rural', 'System'],
    ]);
  });

  it('is another acquired entity where it is named, and the narrower of two where one holds the other', () => {
    expect(membersOf('East', 'North')).toEqual([['East', 'East Lab'], ['North']]);
    expect(membersOf('System', 'Clinics')).toEqual([
      ['East', 'East Lab', 'North', 'System'],
      ['Clinics', 'Rural'],
    ]);
  });

  it('is each without the other where owners go round in a circle', () => {
    expect(membersOf('Ring A')).toEqual([['Ring A', 'Ring C'], ['Ring B']]);
  });

  it('pools the entities of a parent that is no entity itself', () => {
    expect(membersOf('CHAIN', 'Clinics')).toEqual([
      ['CHAIN', 'H1', 'H2'],
      ['Clinics', 'Rural'],
    ]);
  });
});
