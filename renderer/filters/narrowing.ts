import type { Filter } from '../../main/contract/figure.ts';
import type { Narrow } from '../../main/contract/page.ts';

/** One decision to look at less: a dimension limited to some codes. Labels are kept so that chips need no lookup. */
export type Step = { dimension: string; codes: string[]; labels: Record<string, string> };

/**
 * How the reader got to the present scope, oldest step first. A later step on the same dimension replaces an earlier one
 * for as long as it stands, so that widening returns to what was seen before.
 */
export type Narrowing = readonly Step[];

/** The filter that a narrowing amounts to. */
export function whereOf(narrowing: Narrowing): Filter {
  const where: Filter = {};
  for (const step of narrowing) where[step.dimension] = step.codes;
  return where;
}

/** Adds a click on a mark or row. Clicking what is already chosen changes nothing. */
export function narrow(narrowing: Narrowing, target: Narrow): Narrowing {
  const current = whereOf(narrowing)[target.dimension];
  if (current?.length === 1 && current[0] === target.code) return narrowing;
  return [...narrowing, { dimension: target.dimension, codes: [target.code], labels: { [target.code]: target.label } }];
}

/** Takes the last step back; nothing happens at the widest scope. */
export function widen(narrowing: Narrowing): Narrowing {
  return narrowing.slice(0, -1);
}

/**
 * Sets a dimension from the scope list. Ticking several values in a row is one step, so that Escape takes them back together;
 * no values means the dimension is not filtered.
 */
export function choose(narrowing: Narrowing, step: Step): Narrowing {
  if (step.codes.length === 0) return release(narrowing, step.dimension);
  const last = narrowing.at(-1);
  return last?.dimension === step.dimension ? [...narrowing.slice(0, -1), step] : [...narrowing, step];
}

/** Removes a dimension from the scope, at whatever step it came in. */
export function release(narrowing: Narrowing, dimension: string): Narrowing {
  return narrowing.filter((step) => step.dimension !== dimension);
}

/** The step in force for each dimension, in the order the reader took them. */
export function stepsInForce(narrowing: Narrowing): Step[] {
  return narrowing.filter(
    (step, index) => !narrowing.slice(index + 1).some((later) => later.dimension === step.dimension),
  );
}

/** A starting scope given by the service, which has codes but no labels. */
export function narrowingOf(where: Filter): Narrowing {
  return Object.entries(where).map(([dimension, codes]) => ({ dimension, codes, labels: {} }));
}
