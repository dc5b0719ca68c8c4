import type { AlignmentTarget, MeasuredSynergy, WavePlan } from '../../main/contract/decisions.ts';
import { SYNERGY_ABSENCES } from '../../main/contract/decisions.ts';
import { displayText, formatMonth, formatNumber, formatValue } from '../../main/contract/format.ts';
import type { FilterOptions } from '../../main/contract/page.ts';
import type { TargetModel } from '../../main/contract/target-models.ts';

export const MODEL_WORDS: Record<TargetModel, string> = {
  acquirer: 'As the acquirer',
  entity: 'As another entity',
  best_of_both: 'Best of both',
  standard: 'A written standard',
  apart: 'Kept apart',
};

type Named = { code: string; name: string };

export function nameOf(code: string, among: readonly Named[]): string {
  return displayText(among.find((one) => one.code === code)?.name ?? code);
}

/** "As another entity: North Health", "Kept apart: own licence". */
export function targetText({ model, of, reason }: AlignmentTarget, models: readonly Named[]): string {
  const more = of === null ? reason && displayText(reason) : nameOf(of, models);
  return more === null ? MODEL_WORDS[model] : `${MODEL_WORDS[model]}: ${more}`;
}

/** "Labour cost since Jan 2026, site Main or North". */
export function evidenceText(
  { metric, where, from }: MeasuredSynergy['synergy'],
  metrics: readonly { metric: string; title: string }[],
  dimensions: FilterOptions['dimensions'],
): string {
  const title = metrics.find((one) => one.metric === metric)?.title ?? metric;
  const filters = Object.entries(where).map(([id, codes]) => {
    const dimension = dimensions.find((one) => one.id === id);
    const labels = codes.map((code) => dimension?.values.find((value) => value.code === code)?.label ?? code);
    return `${(dimension?.label ?? id.replace(/_/g, ' ')).toLowerCase()} ${labels.join(' or ')}`;
  });
  return displayText([`${title} since ${formatMonth(from)}`, ...filters].join(', '));
}

/** Savings in the unit of their metric; what is measured but not for long, or not this year, says so. */
export function savingTexts({ unit, currency, ...measured }: MeasuredSynergy) {
  const { runRate, inYear, realised } = measured;
  const text = (value: number | null) => formatValue(value, unit, { currency });
  return {
    runRate: runRate === null ? 'fewer than three months' : text(runRate),
    inYear: inYear === null ? SYNERGY_ABSENCES.not_this_year : text(inYear),
    realised: text(realised),
  };
}

/** What the control chart of the metric allows to say. */
export function signalText({ absence, signal, months }: MeasuredSynergy): string | null {
  if (absence !== null) return null;
  const known = `${months} ${months === 1 ? 'month' : 'months'} measured`;
  return signal ? `${known}: the metric fell by more than noise` : `${known}: flat within noise`;
}

/** "3" or "3 and 5". */
export function numbersText(numbers: readonly number[]): string {
  return numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}

/** "2 targets and 1 synergy stay, without a wave."; null for a wave that holds nothing. */
export function leftText({ targets, synergies }: Pick<WavePlan, 'targets' | 'synergies'>): string | null {
  const held = [
    ...(targets.length === 0 ? [] : [`${formatNumber(targets.length)} ${targets.length === 1 ? 'target' : 'targets'}`]),
    ...(synergies.length === 0
      ? []
      : [`${formatNumber(synergies.length)} ${synergies.length === 1 ? 'synergy' : 'synergies'}`]),
  ];
  if (held.length === 0) return null;
  return `${held.join(' and ')} ${targets.length + synergies.length === 1 ? 'stays' : 'stay'}, without a wave.`;
}
