import { monthOfDay } from '../../../model/civil-day.ts';
import { payClassNamed } from '../../../model/pay-classes.ts';
import type { EffectiveRow } from '../../../workspace/effective-rows.ts';
import type { Sides } from '../sides.ts';
import type { CodeMap } from './code-map.ts';
import type { RateCard } from './facts.ts';
import type { PlaceBook } from './place-book.ts';
import { supplierName } from './supplier-name.ts';

/**
 * Rate cards of the sites of both sides. A card for all sites does not say whose contract it is, one whose rate type is
 * no pay class does not say what it pays for: neither is held against anybody. Blank types are of regular hours.
 */
export function rateCardsOf(
  rows: readonly EffectiveRow[],
  { sides, places, jobs, suppliers }: { sides: Sides; places: PlaceBook; jobs: CodeMap; suppliers: CodeMap },
): RateCard[] {
  return rows.flatMap((row): RateCard[] => {
    const site = row.text('site');
    const payClass = payClassNamed(row.text('rate_type') ?? 'regular');
    if (site === null || payClass === null) return [];
    const entity = places.entityOf(null, site);
    const own = sides.entity.members.has(entity);
    if (!own && !sides.against.members.has(entity)) return [];
    const supplier = row.text('supplier')!;
    const targets = suppliers.mappingOf(entity, supplier)?.targets ?? [];
    const to = row.number('valid_to');
    return jobs.targetsOf(entity, row.text('job_code')!).map(({ code }) => ({
      site,
      own,
      supplier: supplierName(targets.length === 1 ? targets[0].code : supplier),
      job: code,
      payClass,
      firstMonth: monthOfDay(row.number('valid_from')!),
      lastMonth: to === null ? null : monthOfDay(to),
      rate: row.number('rate')!,
      currency: row.text('currency'),
    }));
  });
}
