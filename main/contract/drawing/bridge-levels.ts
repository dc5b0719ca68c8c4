import type { BridgeChart } from '../page.ts';
import { scaleOf, type Scale } from './scale.ts';

/** Where a step's bar runs: from the level before it to the level after it. */
export type Span = { from: number; to: number };

/** Below this share of the totals the changes would be slivers, so the totals are cut and say so. */
const VISIBLE_CHANGE = 0.25;

/** Levels of a bridge: a total stands on zero, a step stands on the level before it. */
export function spansOf(steps: BridgeChart['steps']): Span[] {
  let level = 0;
  return steps.map((step) => {
    const from = step.total ? 0 : level;
    level = step.total ? step.value : level + step.value;
    return { from, to: level };
  });
}

/** The axis of a bridge; `cut` says that it starts above zero. */
export function bridgeScale(spans: Span[]): { scale: Scale; cut: boolean } {
  const levels = spans.flatMap((span) => [span.from, span.to]);
  const tops = spans.map((span) => span.to);
  const low = Math.min(...tops);
  const high = Math.max(...tops);
  const cut = low > 0 && high - low < high * VISIBLE_CHANGE && high > low;
  if (!cut) return { scale: scaleOf([0, ...levels], 4), cut };
  const floor = low - (high - low) * 0.6;
  return { scale: { min: Math.max(0, floor), max: high + (high - low) * 0.04, ticks: [floor, high] }, cut };
}
