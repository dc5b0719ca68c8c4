import { displayText } from '../../main/contract/format.ts';
import type { BridgeChart } from '../../main/contract/page.ts';
import { stepText } from './bridge-option.ts';
import type { TwinTable } from './twin-table.ts';

/** A bridge as a table: a row a step. */
export function bridgeTable(chart: BridgeChart): TwinTable {
  const hasNotes = chart.steps.some((step) => step.note !== null);
  return {
    head: ['Step', 'Amount', ...(hasNotes ? ['Note'] : [])],
    rows: chart.steps.map((step) => [
      displayText(step.label),
      stepText(step, chart),
      ...(hasNotes ? [displayText(step.note ?? '')] : []),
    ]),
  };
}
