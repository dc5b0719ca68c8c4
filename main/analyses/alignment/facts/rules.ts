import type { EffectiveRow } from '../../../workspace/effective-rows.ts';
import type { Band, CredentialRow, PolicyRow } from './facts.ts';

export function policiesOf(rows: readonly EffectiveRow[]): PolicyRow[] {
  return rows.map((row) => ({
    entity: row.text('entity')!,
    area: row.text('area')!,
    attribute: row.text('attribute')!,
    value: row.text('value')!,
    scope: row.attributes,
  }));
}

const LAPSED = new Set(['expired', 'lapsed', 'missing', 'revoked', 'suspended', 'pending', 'not_verified', 'failed']);

/** Controls that people hold; one is current when its status does not say otherwise and the day is within it. */
export function credentialsOf(rows: readonly EffectiveRow[], day: number | null): CredentialRow[] {
  return rows.map((row) => {
    const status = (row.text('status') ?? '').toLowerCase().replace(/[\s-]+/g, '_');
    const [issued, expires] = [row.number('issued'), row.number('expires')];
    const inDate = day === null || ((issued === null || issued <= day) && (expires === null || expires >= day));
    return { person: row.text('worker_id')!, control: row.text('control')!, current: inDate && !LAPSED.has(status) };
  });
}

/** Bands in force on a day; of several for one entity and job the one that began last. */
export function bandsOn(rows: readonly EffectiveRow[], day: number | null): Band[] {
  const inForce = new Map<string, { from: number; band: Band }>();
  for (const row of rows) {
    const from = row.number('valid_from') ?? -Infinity;
    if (day !== null && from > day) continue;
    const band: Band = {
      entity: row.text('entity'),
      job: row.text('job_code')!,
      min: row.number('min'),
      mid: row.number('mid'),
      max: row.number('max'),
      currency: row.text('currency'),
    };
    const key = JSON.stringify([band.entity, band.job]);
    const known = inForce.get(key);
    if (!known || known.from <= from) inForce.set(key, { from, band });
  }
  return [...inForce.values()].map(({ band }) => band);
}
