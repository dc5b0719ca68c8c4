import type { ExtractPlan } from './extract.ts';
import { type Control, CONTROLS } from './controls.ts';
import { faults } from './planted-errors.ts';
import { BAYSIDE_ADOPTED, POSTING } from './story.ts';

/**
 * How the two sides settle one thing:
 * `equal`        the same but for case, spaces or the writing of a number;
 * `compatible`   of two lists one holds the other, so both can be kept at once;
 * `conflicting`  both have a rule, and they are not the same;
 * `one_side`     only one of them has a rule.
 */
export type Relation = 'equal' | 'compatible' | 'conflicting' | 'one_side';

export type Policy = {
  area: string;
  attribute: string;
  northlake: string | null;
  bayside: string | null;
  relation: Relation;
};

type Row = [attribute: string, northlake: string | null, bayside: string | null, relation: Relation];

const BY_AREA: Readonly<Record<string, readonly Row[]>> = {
  'pay rules': [
    ['pay frequency', 'every two weeks', 'Every two weeks', 'equal'],
    ['overtime threshold', '40 h a week', '40 h a week', 'equal'],
    ['overtime multiple', '1.5', '1.50', 'equal'],
    ['night differential', '4.50 USD an hour', '3.00 USD an hour', 'conflicting'],
    ['weekend differential', '2.50 USD an hour', '2.50 USD  an hour', 'equal'],
    ['standby pay', '4.50 USD an hour', '4.50 USD an hour', 'equal'],
    ['holiday multiple', '1.5', '2', 'conflicting'],
    ['yearly raise', '3 % in October', '2.5 % in January', 'conflicting'],
    ['call-back minimum', '2 h', '3 h', 'conflicting'],
    ['differentials', 'night; weekend; charge nurse', 'night; weekend', 'compatible'],
    ['certification pay', '1.25 USD an hour', null, 'one_side'],
  ],
  scheduling: [
    ['shift length on medical-surgical wards', '12 h', '8 h', 'conflicting'],
    ['shift length in operating rooms', '8 h', '12 h', 'conflicting'],
    ['schedule posted ahead', `${POSTING.northlake.ahead} days`, `${POSTING.bayside.ahead} days`, 'conflicting'],
    ['schedule period', `${POSTING.northlake.period} days`, `${POSTING.bayside.period} days`, 'conflicting'],
    ['rotation on wards', 'fixed', 'rotating', 'conflicting'],
    ['rest between shifts', '10 h', '11 h', 'conflicting'],
    ['shift lengths allowed', '8 h; 10 h; 12 h', '8 h; 12 h', 'compatible'],
    ['shifts in a row', 'at most 4', 'At most 4', 'equal'],
    ['float pool', 'yes', 'no', 'conflicting'],
    ['shift swaps', 'with approval', 'With approval', 'equal'],
    ['weekends', 'every third', 'every second', 'conflicting'],
    ['self-scheduling', 'ICU; Emergency', 'ICU', 'compatible'],
  ],
  leave: [
    ['paid leave a year', '200 h', '184 h', 'conflicting'],
    ['carried over', 'at most 80 h', 'at most 40 h', 'conflicting'],
    ['bereavement', '3 days', '3 days', 'equal'],
    ['sick leave', 'within paid leave', 'Within paid leave', 'equal'],
    [
      'holidays',
      'New Year; Memorial Day; Independence Day; Labor Day; Thanksgiving; Christmas',
      'New Year; Memorial Day; Independence Day; Labor Day; Thanksgiving; Christmas; Day after Thanksgiving',
      'compatible',
    ],
  ],
  employment: [
    ['probation', '90 days', '90 days', 'equal'],
    ['notice', '2 weeks', '4 weeks', 'conflicting'],
    ['service kept on rehire', 'within 90 days', 'within 90 days', 'equal'],
    ['retirement match', '4 % of pay', '3 % of pay', 'conflicting'],
    ['per diem minimum', '2 shifts a month', '2 shifts a month', 'equal'],
    ['paid training', 'orientation; life support', 'orientation; life support; violence prevention', 'compatible'],
    ['meal allowance', null, '8.00 USD a shift', 'one_side'],
  ],
  'outside workers': [
    ['contract length', '13 weeks', '13 weeks', 'equal'],
    ['renewals', 'at most 4', 'at most 4', 'equal'],
    ['jobs filled', 'RN; LPN; CNA; RT; SURGT; MD', 'RN; LPN; RT; SURGT; MD', 'compatible'],
    ['approval', 'vice president', 'unit manager', 'conflicting'],
    ['vendor management system', 'yes', 'no', 'conflicting'],
  ],
};

/** Pay rules, scheduling and the like, then what each entity requires of its workers. */
export const POLICIES: readonly Policy[] = [
  ...Object.entries(BY_AREA).flatMap(([area, rows]) =>
    rows.map(([attribute, northlake, bayside, relation]) => ({ area, attribute, northlake, bayside, relation })),
  ),
  ...CONTROLS.map(credentialRule),
];

function credentialRule({ id, required, jobs }: Control): Policy {
  const rule = jobs === null ? 'required' : `required for ${jobs.join('; ')}`;
  const at = (side: 'northlake' | 'bayside') => (required[side] ? rule : 'not required');
  return {
    area: 'credential rules',
    attribute: id,
    northlake: at('northlake'),
    bayside: at('bayside'),
    relation: required.northlake === required.bayside ? 'equal' : 'conflicting',
  };
}

/** All present rules hold since long before the deal but those that Bayside took over after it. */
const SINCE = { Northlake: '2022-10-01', Bayside: '2023-01-01' };

export function policiesFile(): ExtractPlan {
  return {
    file: 'policies.csv.gz',
    kind: 'policies',
    title: 'Policies of Northlake and Bayside',
    description:
      'Pay rules, scheduling, leave, employment, outside workers and required credentials, side by side, each with the day from which it holds.',
    header: ['entity', 'area', 'attribute', 'value', 'valid_from'],
    rows: [
      ...POLICIES.flatMap(({ area, attribute, northlake }) =>
        northlake === null ? [] : [['Northlake', area, attribute, northlake, SINCE.Northlake]],
      ),
      ...POLICIES.flatMap(({ area, attribute, bayside }) => {
        if (bayside === null) return [];
        const adopted = adoptionOf(attribute);
        const rule = (value: string, from: string) => ['Bayside', area, attribute, value, from];
        return adopted
          ? [rule(adopted.before, SINCE.Bayside), rule(bayside, adopted.from)]
          : [rule(bayside, SINCE.Bayside)];
      }),
    ],
    faults: [...faults('missing_value', 'value', ['']), ...faults('missing_value', 'entity', [''])],
  };
}

/** How Bayside settled a matter before it took over Northlake's rule; undefined where it did not. */
export function adoptionOf(attribute: string) {
  return BAYSIDE_ADOPTED.find((adopted) => adopted.attribute === attribute);
}
