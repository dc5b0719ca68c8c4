import { quantile } from '../../stats/quantile.ts';
import { codeOf } from '../../workforce/stays.ts';
import type { Segment } from '../../workforce/spell.ts';
import type { Band } from '../alignment/facts/facts.ts';

const THIRDS = [1 / 3, 2 / 3];

/**
 * Names the pay band of a segment, by one and the same measure for everybody compared: below, in the lower or the
 * upper half of, or above the band of the extract for the job; else the third of the pay of all segments in the job.
 * Pay that is not known is a band of its own.
 *
 * In: the bands to measure everybody by, of several for a job the last; segments of everybody compared.
 */
export function payBandsOf(bands: readonly Band[], segments: readonly Segment[]): (segment: Segment) => string {
  const ofJob = new Map(bands.filter(({ min, max }) => min !== null && max !== null).map((band) => [band.job, band]));
  const paid = segments.filter(({ baseRate }) => baseRate !== null);
  const cuts = new Map(
    [...Map.groupBy(paid, (segment) => codeOf(segment, 'job'))].map(([job, all]) => {
      const rates = all.map(({ baseRate }) => baseRate!).sort((a, b) => a - b);
      return [job, THIRDS.map((share) => quantile(rates, share))];
    }),
  );
  return (segment) => {
    const { baseRate } = segment;
    if (baseRate === null) return 'pay unknown';
    const band = ofJob.get(codeOf(segment, 'job'));
    const edges = band
      ? [band.min!, band.mid ?? (band.min! + band.max!) / 2, band.max!]
      : cuts.get(codeOf(segment, 'job'))!;
    return `${band ? 'band' : 'third'} ${edges.filter((edge) => baseRate > edge).length}`;
  };
}
