import { CONTROLS, type Control } from './controls.ts';
import { type Credential, holdsAtEnd, isForJobOf, isRequiredOf } from './credentials.ts';
import { END, MONTHS, dayOf, isoMonth, lastDay, monthOf } from './calendar.ts';
import { groupBy } from './group-by.ts';
import { adoptionOf, POLICIES, type Policy, type Relation } from './policies.ts';
import type { Holding } from './seats.ts';
import { isInPostAtEnd } from './spells.ts';
import { BAYSIDE_ADOPTED, CLOSE } from './story.ts';
import { sumBy } from './truth-sums.ts';

/** How the two sides' policies relate, attribute by attribute. */
export function policyTruths() {
  const count = (policies: readonly Policy[]) =>
    sumBy(
      policies,
      ({ relation }) => relation,
      () => 1,
    );
  const named = (relation: Relation) =>
    POLICIES.filter((policy) => policy.relation === relation).map(({ area, attribute }) => `${area}: ${attribute}`);
  return {
    attributes: POLICIES.length,
    by_relation: count(POLICIES),
    by_area: Object.fromEntries([...groupBy(POLICIES, ({ area }) => area)].map(([area, own]) => [area, count(own)])),
    equal: named('equal'),
    compatible: named('compatible'),
    conflicting: named('conflicting'),
    one_side: named('one_side'),
    adopted_by_bayside: BAYSIDE_ADOPTED,
    by_month_since_close: monthsSinceClose().map(policiesIn),
  };
}

function monthsSinceClose(): number[] {
  return Array.from({ length: MONTHS - monthOf(CLOSE) }, (_, i) => monthOf(CLOSE) + i);
}

/** Rules in conflict, and the overlap of required controls, at the end of a month: what Bayside had not yet taken over differed. */
function policiesIn(month: number) {
  const differed = (attribute: string) => dayOf(adoptionOf(attribute)?.from ?? '2023-01-01') > lastDay(month);
  const isRequired = ({ id, required: { bayside } }: Control) => bayside && !differed(id);
  const both = CONTROLS.filter((control) => control.required.northlake && isRequired(control)).length;
  const either = CONTROLS.filter((control) => control.required.northlake || isRequired(control)).length;
  return {
    month: isoMonth(month),
    conflicting: POLICIES.filter(({ relation, attribute }) => relation === 'conflicting' || differed(attribute)).length,
    jaccard: both / either,
  };
}

/** Required controls, and who in post on 30 September 2026 is without one, own staff and outside workers apart. */
export function credentialTruths(holdings: readonly Holding[], credentials: readonly Credential[]) {
  const people = [...new Map(holdings.filter(isInPostAtEnd).map((holding) => [holding.worker, holding])).values()];
  const held = new Set(credentials.filter(holdsAtEnd).map(({ holding, control }) => `${holding.worker}|${control.id}`));
  const requiredBy = (side: 'northlake' | 'bayside') =>
    CONTROLS.filter(({ required }) => required[side]).map(({ id }) => id);
  const [northlake, bayside] = [requiredBy('northlake'), requiredBy('bayside')];
  const both = northlake.filter((id) => bayside.includes(id));
  const failing = (members: readonly Holding[], rules: readonly string[]) => {
    const without = CONTROLS.filter(({ id }) => rules.includes(id)).map((control) => {
      const subject = members.filter((holding) => isForJobOf(holding, control));
      return { control: control.id, people: subject.length, without: subject.filter((each) => !has(each, control.id)) };
    });
    return {
      people: members.length,
      without_any_required: new Set(without.flatMap((each) => each.without)).size,
      by_control: without.map((each) => ({ ...each, without: each.without.length })),
    };
  };
  const has = ({ worker }: Holding, control: string) => held.has(`${worker}|${control}`);
  const at = (isBayside: boolean, outside: boolean) =>
    people.filter(
      ({ seat, supplier }) => (seat.unit.entity === 'Bayside') === isBayside && (supplier !== null) === outside,
    );
  return {
    required: { northlake, bayside },
    jaccard: both.length / new Set([...northlake, ...bayside]).size,
    own_rule: {
      northlake: { own_staff: failing(at(false, false), northlake), outside: failing(at(false, true), northlake) },
      bayside: { own_staff: failing(at(true, false), bayside), outside: failing(at(true, true), bayside) },
    },
    others_rule: {
      bayside_under_northlakes: {
        own_staff: failing(at(true, false), northlake),
        outside: failing(at(true, true), northlake),
      },
      northlake_under_baysides: {
        own_staff: failing(at(false, false), bayside),
        outside: failing(at(false, true), bayside),
      },
    },
    /** The system says current, the dates say otherwise. */
    said_current_but_expired: credentials.filter(
      ({ status, expires }) => status === 'current' && expires !== null && expires < END,
    ).length,
    rows_of_people_of_whom_it_is_not_required: credentials.filter(
      ({ holding, control }) => !isRequiredOf(holding, control),
    ).length,
  };
}
