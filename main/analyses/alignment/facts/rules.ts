import type { EffectiveRow } from '../../../workspace/effective-rows.ts';
import type { Band, CredentialRow, PolicyRow } from './facts.ts';

/** What an area and an attribute are about, however they are written. */
export function matterOf({ area, attribute }: Pick<PolicyRow, 'area' | 'attribute'>): string {
  return JSON.stringify([area.trim().toLowerCase(), attribute.trim().toLowerCase()]);
}

/** How entities settle things on a day; of several rules of one entity on one matter the one that began last. */
export function policiesOn(rows: readonly EffectiveRow[], day: number | null): PolicyRow[] {
  const policies = rows.map((row) => ({
    entity: row.text('entity')!,
    area: row.text('area')!,
    attribute: row.text('attribute')!,
    value: row.text('value')!,
    since: row.number('valid_from'),
    scope: row.attributes,
  }));
  return inForce(policies, day, (policy) => JSON.stringify([policy.entity, matterOf(policy)]));
}

const LAPSED = new Set(['expired', 'lapsed', 'missing', 'revoked', 'suspended', 'pending', 'not_verified', 'failed']);

/** Controls that people hold; one is current when its status does not say otherwise and the day is within it. */
export function credentialsOf(
  rows: readonly EffectiveRow[],
  day: number | null,
  personsMeant: (worker: string, entity: string | null) => readonly string[],
): CredentialRow[] {
  return rows.map((row) => {
    const status = (row.text('status') ?? '').toLowerCase().replace(/[\s-]+/g, '_');
    const [issued, expires] = [row.number('issued'), row.number('expires')];
    const inDate = day === null || ((issued === null || issued <= day) && (expires === null || expires >= day));
    return {
      persons: personsMeant(row.text('worker_id')!, row.text('entity')),
      control: row.text('control')!,
      current: inDate && !LAPSED.has(status),
    };
  });
}

/** Bands in force on a day; of several for one entity and job the one that began last. */
export function bandsOn(rows: readonly EffectiveRow[], day: number | null): Band[] {
  const bands = rows.map((row) => ({
    since: row.number('valid_from'),
    band: {
      entity: row.text('entity'),
      job: row.text('job_code')!,
      min: row.number('min'),
      mid: row.number('mid'),
      max: row.number('max'),
      currency: row.text('currency'),
    },
  }));
  return inForce(bands, day, ({ band: { entity, job } }) => JSON.stringify([entity, job])).map(({ band }) => band);
}

/** The latest of each key that has begun by a day; what has no date has always been so. */
function inForce<Rule extends { since: number | null }>(
  rules: readonly Rule[],
  day: number | null,
  keyOf: (rule: Rule) => string,
): Rule[] {
  const latest = new Map<string, Rule>();
  for (const rule of rules) {
    if (day !== null && rule.since !== null && rule.since > day) continue;
    const known = latest.get(keyOf(rule));
    if (!known || (known.since ?? -Infinity) <= (rule.since ?? -Infinity)) latest.set(keyOf(rule), rule);
  }
  return [...latest.values()];
}
