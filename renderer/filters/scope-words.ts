import type { FilterOptions } from '../../main/contract/page.ts';
import { displayText } from '../../main/contract/format.ts';
import type { Narrowing, Step } from './narrowing.ts';
import { stepsInForce } from './narrowing.ts';

type Dimension = FilterOptions['dimensions'][number];

/** What a code is called: as the filter list says, else as the mark that was clicked said, else the code itself. */
function labelOf(step: Step, code: string, dimensions: readonly Dimension[]): string {
  const listed = dimensions.find((one) => one.id === step.dimension)?.values.find((value) => value.code === code);
  return displayText(listed?.label ?? step.labels[code] ?? code);
}

/** A step in words, e.g. "Emergency, Lakeside" or "Emergency, Lakeside and 2 more". */
export function stepInWords(step: Step, dimensions: readonly Dimension[]): string {
  const first = labelOf(step, step.codes[0] ?? '', dimensions);
  return step.codes.length > 1 ? `${first} and ${step.codes.length - 1} more` : first;
}

/** The whole scope on a chip: the only step, or how many dimensions are narrowed. */
export function scopeInWords(narrowing: Narrowing, dimensions: readonly Dimension[]): string {
  const steps = stepsInForce(narrowing);
  if (steps.length === 0) return 'All entities';
  return steps.length === 1 ? stepInWords(steps[0], dimensions) : `${steps.length} filters`;
}

export function dimensionLabel(id: string, dimensions: readonly Dimension[]): string {
  const words = id.replace(/_/g, ' ');
  return dimensions.find((one) => one.id === id)?.label ?? words.charAt(0).toUpperCase() + words.slice(1);
}
