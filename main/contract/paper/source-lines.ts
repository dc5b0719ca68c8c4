import { displayText, formatDay, formatNumber } from '../format.ts';
import type { SourceStrip } from '../page.ts';

/** The strip at the foot of a page of a deck: a line of facts, and under it what has no room there. */
export function sourceLines(source: SourceStrip): { line: string[]; below: string } {
  return { line: factsOf(source), below: belowOf(source) };
}

function factsOf({ asOf, rows, quarantined, tieOut }: SourceStrip): string[] {
  return [
    asOf && `As of ${formatDay(asOf)}`,
    `${formatNumber(rows)} rows, ${formatNumber(quarantined)} quarantined`,
    tieOut && displayText(tieOut),
  ].filter((part): part is string => typeof part === 'string' && part !== '');
}

/** The first line is full: which structure it is stands before the definitions. */
function belowOf({ structure, definitions }: SourceStrip): string {
  const defined = definitions.length > 0 ? `Definitions in the appendix: ${definitions.join(', ')}` : null;
  return [structure && displayText(structure), defined].filter((part) => part !== null).join(' · ');
}
