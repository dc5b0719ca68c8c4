import { EXIT_WAYS } from '../analyses/retention/presences.ts';
import type { ExitWay, Presence } from '../analyses/retention/presences.ts';
import { mergeSmallKinds } from '../analyses/retention/small-kinds.ts';

/** Ways of leaving that pages tell apart: those that few people took are one, and what nobody took is none. */
export function toldWays(presences: readonly Presence[]): ExitWay[][] {
  const counts = EXIT_WAYS.map((kind) => ({
    kind,
    count: presences.filter(({ departure }) => departure === kind).length,
  }));
  return mergeSmallKinds(counts).map(({ kinds }) => kinds);
}

/** Whether it may be told how many left of their own will. */
export function tellsVoluntary(presences: readonly Presence[]): boolean {
  return toldWays(presences).every((ways) => ways.length === 1 || !ways.includes('voluntary'));
}
