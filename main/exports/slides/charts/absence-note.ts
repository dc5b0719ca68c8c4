import { displayText, NO_DATA } from '../../../contract/format.ts';
import type { PairsChart, PyramidChart } from '../../../contract/page.ts';

/** Which bars are not there, in words: a chart without a bar would say zero. Empty where all are there. */
export function absenceNote(chart: PairsChart | PyramidChart): string {
  const [said, rows] =
    chart.kind === 'pairs'
      ? [NO_DATA, chart.bars.map(({ label, values }) => ({ label, values }))]
      : ['Not shown', chart.bands.map(({ label, values }) => ({ label, values: [...values] }))];
  const names = (chart.kind === 'pairs' ? chart.measures : chart.sides).map(({ label }) => displayText(label));
  const missing = rows.flatMap(({ label, values }) => {
    const lacking = names.filter((_, lane) => (values[lane] ?? null) === null);
    if (lacking.length === 0) return [];
    return [lacking.length === names.length ? displayText(label) : `${displayText(label)} (${lacking.join(', ')})`];
  });
  return missing.length === 0 ? '' : `${said}: ${missing.join('; ')}.`;
}
