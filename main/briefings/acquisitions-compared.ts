import { payBandsOf } from '../analyses/retention/pay-band.ts';
import { acquisitionsOf, comparePostClose } from '../analyses/retention/post-close.ts';
import type { PostClose } from '../analyses/retention/post-close.ts';
import { presencesOf } from '../analyses/retention/presences.ts';
import { bandsOn } from '../analyses/alignment/facts/rules.ts';
import type { Filter } from '../contract/figure.ts';
import { lastDayOfMonth } from '../model/civil-day.ts';
import { readWorkforce } from '../workforce/workforce.ts';
import { effectiveRows } from '../workspace/effective-rows.ts';
import type { PageContext } from './page.ts';

/**
 * Every acquisition that closed by the end of the period against regular hires, the largest first. People are followed
 * from the close to the end of the period; a filter on entities chooses acquisitions, the hires are those of all others.
 */
export function acquisitionsCompared(context: PageContext): PostClose[] {
  const { workforce, observedOf } = readWorkforce(context.view);
  const { spells, observed } = workforce;
  if (observed === null) return [];
  const to = Math.min(lastDayOfMonth(context.period.to), observed.last);
  const among = (where: Filter) => presencesOf(spells, { from: observed.first, to, where, perDiem: false, observedOf });
  const { entity: _entity, ...elsewhere } = context.where;
  const presences = among(context.where);
  const hiredPresences = context.where['entity'] === undefined ? presences : among(elsewhere);
  const rows = effectiveRows(context.view.store, 'bands');
  return acquisitionsOf(presences).map((acquisition) => {
    const bands = bandsOn(rows, acquisition.close).filter(({ entity }) => entity !== acquisition.entity);
    const segments = hiredPresences.map(({ segments: [first] }) => first);
    return comparePostClose(acquisition, { presences, hiredPresences, bandOf: payBandsOf(bands, segments) });
  });
}
