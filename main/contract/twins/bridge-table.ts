import type { BridgeChart } from '../page.ts';
import { numberIn, type TwinNumber, type TwinTable } from './twin-table.ts';

/** A bridge as a table: a row a step. */
export function bridgeTable(chart: BridgeChart): TwinTable {
  const hasNotes = chart.steps.some((step) => step.note !== null);
  return {
    head: ['Step', 'Amount', ...(hasNotes ? ['Note'] : [])],
    rows: chart.steps.map((step) => [step.label, stepCell(step, chart), ...(hasNotes ? [step.note ?? ''] : [])]),
  };
}

/** A step with its sign, a total without. */
export function stepCell(
  { value, total }: BridgeChart['steps'][number],
  { unit, currency }: Pick<BridgeChart, 'unit' | 'currency'>,
): TwinNumber {
  return numberIn(value, unit, { currency, signed: !total });
}
