import { isSeparation, serviceOf } from '../analyses/retention/presences.ts';
import { mergeSmallKinds } from '../analyses/retention/small-kinds.ts';
import { formatValue } from '../contract/format.ts';
import type { PyramidChart } from '../contract/page.ts';
import { SMALLEST_GROUP } from '../metrics/suppression.ts';
import { TENURE_BANDS, tenureBand } from '../metrics/tenure-mix.metric.ts';
import type { PageContext } from './page.ts';
import type { PeopleScope } from './people-scope.ts';

/** Leavers against those in post by length of service, each as a share of its side; bands of few leavers are hidden. */
export function tenurePyramid(context: PageContext, { presences }: PeopleScope): PyramidChart {
  const served = presences
    .filter(({ departure }) => isSeparation(departure))
    .map(serviceOf)
    .filter(({ known }) => known)
    .map(({ exit }) => tenureBand(exit));
  const counts = TENURE_BANDS.map(({ id }) => ({ kind: id, count: served.filter((band) => band === id).length }));
  const hidden = new Set(
    mergeSmallKinds(counts).flatMap(({ kinds, count }) => (kinds.length > 1 || count < SMALLEST_GROUP ? kinds : [])),
  );
  const mix = context.figures([
    { metric: 'tenure_mix', variants: TENURE_BANDS.map(({ id }) => id), ...context.period },
  ])[0];
  const bands = TENURE_BANDS.map(({ id, label }, index): PyramidChart['bands'][number] => ({
    label,
    values: [served.length === 0 || hidden.has(id) ? null : counts[index].count / served.length, mix[index].value],
    queries: [context.query('separations', 'all'), context.query('tenure_mix', id)],
  }));
  const [first] = bands;
  return {
    kind: 'pyramid',
    unit: 'share',
    title: 'Leavers and those in post, by length of service',
    subtitle: 'Share of all leavers of the period, and of all in post at its end',
    description: `With ${first.label} of service: ${formatValue(first.values[0], 'share')} of leavers and ${formatValue(first.values[1], 'share')} of those in post.`,
    sides: [
      { label: 'Leavers', role: 'decrease' },
      { label: 'In post', role: 'neutral' },
    ],
    bands,
  };
}
