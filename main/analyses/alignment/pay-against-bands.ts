import { formatMoney } from '../../contract/format.ts';
import { isFew } from '../../metrics/told-people.ts';
import { weightedQuantile } from '../../stats/weighted-quantile.ts';
import { scoreOfDistance } from './dimension.ts';
import type { Driver, Measurement, NotMeasured } from './dimension.ts';
import type { AlignmentFacts, Band, Head } from './facts/facts.ts';
import { ownEmployees } from './heads-of.ts';
import { BandTable } from './money/band-table.ts';
import { levelUp } from './money/level-up.ts';

type Banded = { rate: number; band: Band };

/**
 * Pay held against bands alone, where the target model is a written standard that pays nobody: the least by which pay
 * an hour would have to move to lie within its band, mean over the people whose job has one. A standard is no sample,
 * so the distance is a fact. null where no job has a band; hidden where fewer than five people have one.
 */
export function payAgainstBands(facts: AlignmentFacts, reference: number): Measurement | NotMeasured | null {
  const bands = new BandTable(facts);
  const people = ownEmployees(facts).filter(({ rate }) => rate !== null);
  const banded = people.flatMap((head): (Banded & { head: Head })[] => {
    const band = bands.of(head);
    return band === null || (band.min === null && band.max === null) ? [] : [{ head, rate: head.rate!, band }];
  });
  if (banded.length === 0) return null;
  if (isFew(banded.length)) return { missing: [], note: 'Hidden: fewer than five people have a band' };
  if (
    new Set(banded.flatMap(({ head, band }) => [head.currency, band.currency].filter((one) => one !== null))).size > 1
  )
    return { missing: [], note: 'Pay and bands are in several currencies, which need a rate table' };
  const mean = (of: (one: Banded) => number) => banded.reduce((sum, one) => sum + of(one), 0) / banded.length;
  const level = levelUp(facts);
  return {
    value: mean(outside),
    score: (distance) => scoreOfDistance(distance, reference * mean(({ band }) => middleOf(band))),
    comparison: null,
    coverage: banded.length / people.length,
    among: null,
    drivers: driversOf(facts, banded, level.costOfJob),
    gaps: level.gaps,
    options: level.options,
    missing: [],
    notes: [`${facts.against.name} pays nobody: held against its bands`, ...level.notes],
  };
}

function outside({ rate, band: { min, max } }: Banded): number {
  return Math.max(0, (min ?? rate) - rate, rate - (max ?? rate));
}

function rangeText(min: number | null, max: number | null, money: (rate: number) => string): string {
  if (min === null) return `up to ${money(max!)}`;
  return max === null ? `${money(min)} or more` : `${money(min)} to ${money(max)}`;
}

function middleOf({ min, mid, max }: Band): number {
  return mid ?? (min === null || max === null ? (min ?? max)! : (min + max) / 2);
}

/** Jobs whose people are farthest outside their band in all; those of few people are not shown. */
function driversOf(
  { currency }: AlignmentFacts,
  banded: readonly Banded[],
  costOfJob: ReadonlyMap<string, number>,
): Driver[] {
  const money = (rate: number) => formatMoney(rate, currency, { full: true });
  return [...Map.groupBy(banded, ({ band }) => band.job)]
    .filter(([, people]) => !isFew(people.length))
    .map(([job, people]) => {
      const rates = people.map(({ rate }) => rate).sort((a, b) => a - b);
      const { min, max } = people[0].band;
      const median = weightedQuantile(
        rates,
        rates.map(() => 1),
        0.5,
      );
      return {
        adds: people.reduce((sum, one) => sum + outside(one), 0),
        driver: {
          label: job,
          own: `${money(median)} an hour`,
          model: `${rangeText(min, max, money)} an hour`,
          people: people.length,
          cost: costOfJob.get(job) ?? null,
        },
      };
    })
    .sort((a, b) => b.adds - a.adds || (a.driver.label < b.driver.label ? -1 : 1))
    .map(({ driver }) => driver);
}
