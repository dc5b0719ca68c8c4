import { describe, expect, it } from 'vitest';
import { isMeasured } from '../../../main/analyses/alignment/dimension.ts';
import type { AlignmentFacts, PolicyRow } from '../../../main/analyses/alignment/facts/facts.ts';
import { agreementOf } from '../../../main/analyses/alignment/policy-agreement.ts';
import { DIMENSIONS } from '../../../main/analyses/alignment/registry.ts';
import { factsOf, head, sites, spend } from './facts-of.ts';

function measured(id: string, facts: AlignmentFacts) {
  const outcome = DIMENSIONS.find(({ definition }) => definition.metric === id)!.measure(facts);
  if (!isMeasured(outcome)) throw new Error(outcome.note);
  return outcome;
}

const rule = (entity: string, area: string, attribute: string, value: string, scope = {}): PolicyRow => ({
  entity,
  area,
  attribute,
  value,
  since: null,
  scope,
});

describe('two policies on one matter', () => {
  it.each([
    ['$4.50', '4.5', 'equal'],
    ['Every  other weekend', 'every other weekend', 'equal'],
    ['1,200', '1200', 'equal'],
    ['1,5', '15', 'conflicting'],
    ['1,5', '1.5', 'equal'],
    ['1.2.3', '123', 'conflicting'],
    ['BLS; ACLS', 'ACLS;BLS', 'equal'],
    ['BLS', 'BLS; ACLS', 'compatible'],
    ['3 days', null, 'compatible'],
    ['at most 40 h', 'at most 80 h', 'conflicting'],
    ['12 h', '8 h', 'conflicting'],
    ['10%', '10', 'conflicting'],
  ] as const)('%s and %s are %s', (own, model, agreement) => {
    expect(agreementOf(own, model)).toBe(agreement);
  });
});

describe('policy variance', () => {
  it('weighs a matter by the people whom it concerns', () => {
    const heads = [head(0), head(0), head(0), head(0, { job: 'CNA' }), head(1)];
    const policies = [
      rule('East', 'pay', 'night', '3', { job_code: 'CNA' }),
      rule('West', 'pay', 'night', '4'),
      rule('East', 'leave', 'holidays', '9'),
      rule('West', 'leave', 'holidays', '9'),
    ];
    // In conflict for one person; alike for four.
    const outcome = measured('policy_variance', factsOf(sites(1, 1), { heads, policies }));
    expect(outcome.value).toBe(1 / 5);
    expect(outcome.gaps).toMatchObject([{ people: 1 }]);
  });

  it('weighs a rule of the target model for one job by the people whose job is that in the target model', () => {
    const nurse = { job: 'NURSE', targets: [{ code: 'RN2', share: 1 }] };
    const heads = [head(0, nurse), head(0, nurse), head(0, { job: 'CNA' }), head(1, { job: 'RN2' })];
    const policies = [
      rule('West', 'pay', 'certification bonus', '3', { job_code: 'RN2' }),
      rule('East', 'pay', 'night', '3'),
      rule('West', 'pay', 'night', '4'),
    ];
    // In conflict for three; compatible for the two nurses.
    expect(measured('policy_variance', factsOf(sites(1, 1), { heads, policies })).value).toBe(3 / 5);
  });

  it('takes the named entity’s rule for the model’s, and those of the others where it is silent', () => {
    const facts = factsOf(sites(1, 1), {
      against: { code: 'West', name: 'West', members: new Set(['West', 'Clinic']) },
      policies: [
        rule('East', 'pay', 'night', '3'),
        rule('East', 'pay', 'call', '5'),
        rule('Clinic', 'pay', 'night', '3'),
        rule('West', 'pay', 'night', '4'),
        rule('Clinic', 'pay', 'call', '5'),
      ],
    });
    expect(measured('policy_variance', facts).value).toBe(1 / 2);
  });
});

describe('credential overlap', () => {
  const policies = [
    rule('East', 'Credentials', 'BLS', 'required'),
    rule('East', 'Credentials', 'Fit test', 'no'),
    rule('West', 'Credentials', 'BLS', 'yes'),
    rule('West', 'Credentials', 'Background check', 'required'),
  ];

  it('holds people of the target model to a rule for one job of the entity by what that job is there', () => {
    const heads = [
      head(0, { job: 'NURSE', targets: [{ code: 'RN2', share: 1 }] }),
      head(1, { job: 'RN2' }),
      head(1, { job: 'RN2' }),
      head(1, { job: 'NURSE', targets: [{ code: 'NURSE', share: 1 }] }),
    ];
    const facts = factsOf(sites(1, 1), {
      heads,
      credentials: [{ persons: ['nobody'], control: 'ACLS', current: true }],
      policies: [...policies, rule('East', 'Credentials', 'ACLS', 'required for NURSE')],
    });
    // The model’s own code NURSE is another job.
    expect(measured('credential_overlap', facts).drivers[0]).toMatchObject({
      label: 'acls',
      people: 2,
      whose: 'model',
    });
  });

  it('counts who would fail a rule of the target model today', () => {
    const heads = [head(0, { person: 'A' }), head(0, { person: 'B' }), head(0, { person: 'C' }), head(1)];
    const held = (person: string, control: string, current = true) => ({ persons: [person], control, current });
    const credentials = [
      ...['A', 'B', 'C'].map((person) => held(person, 'bls')),
      held('A', 'background_check'),
      held('B', 'background_check', false),
    ];
    const outcome = measured('credential_overlap', factsOf(sites(1, 1), { heads, credentials, policies }));
    expect(outcome.value).toBe(1 / 2);
    // B's check has lapsed and C never had one.
    expect(outcome.gaps).toMatchObject([{ people: 2 }]);
  });

  it('asks only the jobs that a rule names, by their own code or that of the target model', () => {
    const heads = [
      head(0, { job: 'PCT', targets: [{ code: 'CNA', share: 1 }] }),
      head(0),
      head(0, { job: 'MGR' }),
      head(1),
    ];
    const facts = factsOf(sites(1, 1), {
      heads,
      credentials: [{ persons: ['nobody'], control: 'x', current: true }],
      policies: [
        rule('East', 'credentials', 'BLS', 'required'),
        rule('West', 'credentials', 'Licence', 'required for RN; CNA'),
      ],
    });
    expect(measured('credential_overlap', facts).gaps).toMatchObject([{ people: 2 }]);
  });

  it('knows that a side requires nothing where it says so', () => {
    const none = rule('West', 'Credentials', 'BLS', 'not required');
    const outcomeOf = (...rules: PolicyRow[]) =>
      DIMENSIONS.find(({ definition }) => definition.metric === 'credential_overlap')!.measure(
        factsOf(sites(1, 1), { policies: rules }),
      );
    expect(outcomeOf(rule('East', 'Credentials', 'BLS', 'required'), none)).toMatchObject({ value: 0 });
    expect(outcomeOf(rule('East', 'Credentials', 'BLS', 'no'), none)).toMatchObject({ missing: [] });
    expect(outcomeOf(rule('East', 'Credentials', 'BLS', 'required'))).toMatchObject({ missing: ['policies'] });
  });

  it('leaves out people whose number another payroll uses as well, and says so', () => {
    const heads = ['A', 'B', 'C'].map((person) => head(0, { person })).concat(head(1, { person: 'A@West' }));
    const credentials = [
      { persons: ['A', 'A@West'], control: 'background_check', current: true },
      { persons: ['B'], control: 'bls', current: true },
    ];
    const outcome = measured('credential_overlap', factsOf(sites(1, 1), { heads, credentials, policies }));
    expect(outcome.gaps).toMatchObject([{ people: 2 }]);
    expect(outcome.notes.at(-1)).toMatch(/^2 people share a number/);
    expect(outcome.notes[0]).toMatch(/^2 people of East would fail a rule of West, 0 the other way$/);
  });

  it('says that it does not know who would fail without credentials', () => {
    const outcome = measured('credential_overlap', factsOf(sites(1, 1), { policies }));
    expect(outcome).toMatchObject({ missing: ['roster', 'credentials'], gaps: [{ people: null }] });
  });
});

describe('job alignment', () => {
  it('says which targets the model does not have, by its people and its bands', () => {
    const mapped = (code: string) =>
      head(0, { job: `own ${code}`, targets: [{ code, share: 1 }], relation: 'one_to_one' });
    const heads = [mapped('RN'), mapped('LPN'), mapped('RNN'), head(0, { job: 'left' }), head(1, { job: 'RN' })];
    const bands = [{ entity: 'West', job: 'LPN', min: 1, mid: null, max: null, currency: 'USD' }];
    const notes = (parts: Partial<AlignmentFacts>) =>
      measured('job_alignment', factsOf(sites(1, 1), { crosswalkVersion: 2, heads, ...parts })).notes;
    expect(notes({ bands }).at(-1)).toMatch(/: RNN$/);
    expect(notes({})).toContainEqual(expect.stringMatching(/: LPN, RNN$/));
    // Of a model without people and bands nobody knows what jobs it has.
    expect(notes({ heads: heads.slice(0, 4) })).toEqual(['Crosswalk version 2']);
  });
});

describe('supplier overlap', () => {
  it('has no shares where a side paid nothing on balance, rather than no overlap', () => {
    const outcomeOf = (cost: number) =>
      DIMENSIONS.find(({ definition }) => definition.metric === 'supplier_overlap')!.measure(
        factsOf(sites(1, 1), { spend: [spend(0, 'acme', { cost }), spend(1, 'acme')] }),
      );
    expect(isMeasured(outcomeOf(0))).toBe(false);
    expect(isMeasured(outcomeOf(-100))).toBe(false);
    expect(outcomeOf(100)).toMatchObject({ value: 1 });
  });

  it('knows no rate gap where suppliers of both did no like work, and none at all where no supplier is of both', () => {
    const gapOf = (supplier: string, job: string) => {
      const cells = [spend(0, 'acme'), spend(1, supplier, { targets: [{ code: job, share: 1 }] })];
      return measured('supplier_overlap', factsOf(sites(1, 1), { spend: cells })).gaps[0].cost;
    };
    expect([gapOf('acme', 'RN'), gapOf('acme', 'LPN'), gapOf('apex', 'RN')]).toEqual([0, null, 0]);
  });
});
