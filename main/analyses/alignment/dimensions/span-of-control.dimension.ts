import { formatNumber, formatValue } from '../../../contract/format.ts';
import definition from '../../../metrics/definitions/span-of-control.definition.ts';
import { isFew } from '../../../metrics/told-people.ts';
import { weightedQuantile } from '../../../stats/weighted-quantile.ts';
import { EMPLOYED_CLASSES } from '../../../workforce/employment.ts';
import { actualWeights, defineDimension, placesOf } from '../dimension.ts';
import type { SiteWeights } from '../dimension.ts';
import type { AlignmentFacts } from '../facts/facts.ts';
import { hasBothSides, ownEmployees, wasObserved } from '../heads-of.ts';
import { narrowSpans } from '../money/narrow-spans.ts';
import { managersOf, spansOf } from '../managers.ts';
import type { Manager } from '../managers.ts';

/** A ratio of 2, or of a half, scores 0. */
const REFERENCE = Math.LN2;
const NARROW = 3;

export default defineDimension({
  definition,
  label: 'Span of control',
  position: 6,
  evidence: { metric: 'headcount', where: { worker_class: [...EMPLOYED_CLASSES] } },
  hasHistory: (facts) => wasObserved(facts, 'own') && wasObserved(facts, 'model'),
  measure(facts) {
    const managers = managersOf(facts);
    if (!hasBothSides(facts, managers)) return { missing: ['roster'], note: 'Managers are not known on both sides' };
    if (facts.hidesFew && [true, false].some((own) => isFew(spansOf(facts, managers, own).length)))
      return { missing: [], note: 'Hidden: fewer than five managers on one side' };
    const weights = actualWeights(facts);
    const led = ownEmployees(facts);
    return {
      value: ratioOf(managers, weights)!,
      score: (ratio) => 100 * Math.max(0, 1 - Math.abs(Math.log(ratio)) / REFERENCE),
      comparison: {
        carries: placesOf(facts, managers),
        valueAt: (any) => ratioOf(managers, any),
        sizeOf: (ratio) => Math.abs(Math.log(ratio)),
        valueOfSize: Math.exp,
      },
      coverage: led.length === 0 ? 0 : led.filter(({ manager }) => manager !== null).length / led.length,
      among: led.length,
      drivers: driversOf(facts, managers),
      gaps: narrowSpans(facts, managers),
      options: [],
      missing: [],
      notes: [],
    };
  },
});

function ratioOf(managers: readonly Manager[], { own, model }: SiteWeights): number | null {
  const spans = managers.map(({ reports }) => reports);
  const weightsOf = (side: Float64Array) => managers.map(({ place }) => side[place]);
  const [mine, theirs] = [weightsOf(own), weightsOf(model)];
  if (!mine.some((weight) => weight > 0) || !theirs.some((weight) => weight > 0)) return null;
  return weightedQuantile(spans, mine, 0.5) / weightedQuantile(spans, theirs, 0.5);
}

function driversOf(facts: AlignmentFacts, managers: readonly Manager[]) {
  const [mine, theirs] = [true, false].map((own) => spansOf(facts, managers, own));
  const ones = (spans: readonly number[]) => spans.map(() => 1);
  const at = (spans: number[], share: number) =>
    formatNumber(weightedQuantile(spans, ones(spans), share), { decimals: 1 });
  const narrow = (spans: readonly number[]) =>
    formatValue(spans.filter((span) => span <= NARROW).length / spans.length, 'share', { decimals: 0 });
  return [
    { label: 'Median reports', own: at(mine, 0.5), model: at(theirs, 0.5), people: mine.length, cost: null },
    { label: 'P90 of reports', own: at(mine, 0.9), model: at(theirs, 0.9), people: mine.length, cost: null },
    {
      label: `Managers with ${NARROW} reports or fewer`,
      own: narrow(mine),
      model: narrow(theirs),
      people: mine.length,
      cost: null,
    },
  ];
}
