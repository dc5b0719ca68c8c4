import type { Entity } from '../workspace/entities.ts';

/** What an entity belonged to before its owner was acquired, and the day on which that came in; -Infinity for what was always there. */
export type Organisation = { code: string | null; joined: number };

const ALWAYS: Organisation = { code: null, joined: -Infinity };

/** The acquired entity that an entity is, or that owns it however far up; all that was never acquired is one. */
export function organisationOf(entities: ReadonlyMap<string, Entity>, code: string): Organisation {
  const passed = new Set<string>();
  for (let at: string | null = code; at !== null && !passed.has(at); at = entities.get(at)?.parent ?? null) {
    const joined = entities.get(at)?.closeDay ?? null;
    if (joined !== null) return { code: at, joined };
    passed.add(at);
  }
  return ALWAYS;
}
