import type { CrosswalkDomain } from '../contract/crosswalk-domains.ts';
import type { HarmonisedCode } from '../contract/harmonisation.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import type { CodeFacts } from './code-facts.ts';
import type { Crosswalk, Mapping } from './crosswalk.ts';

/** What one version of the crosswalk says of the codes of a domain. */
export class CodeStates {
  private readonly mappings = new Map<string, Mapping>();
  private readonly faults = new Map<string, string>();
  private readonly events: ReadonlyMap<number, { at: string; by: string | null }>;

  constructor(view: WorkspaceView, crosswalk: Crosswalk, domain: CrosswalkDomain) {
    const key = ({ entity, code }: { entity: string; code: string }) => keyOf(entity, code);
    for (const mapping of crosswalk.mappings) if (mapping.domain === domain) this.mappings.set(key(mapping), mapping);
    for (const fault of crosswalk.faults) if (fault.domain === domain) this.faults.set(key(fault), fault.message);
    this.events = new Map(
      view.store
        .batchEvents('crosswalk')
        .filter(({ counts }) => counts)
        .map(({ batch, at, by }) => [batch, { at, by }]),
    );
  }

  stateOf({ code, entities }: CodeFacts): Pick<HarmonisedCode, 'state' | 'targets' | 'decided' | 'fault'> {
    const mappings = entities.map((entity) => this.mappings.get(keyOf(entity, code)) ?? null);
    const [first] = mappings;
    const agree = mappings.every(
      (mapping) => JSON.stringify(mapping?.targets ?? null) === JSON.stringify(first?.targets ?? null),
    );
    if (!first || !agree) {
      const faults = entities.flatMap((entity) => this.faults.get(keyOf(entity, code)) ?? []);
      const apart = agree ? [] : [`It is decided differently in ${entities.join(' and ')}.`];
      return { state: 'unmapped', targets: [], decided: null, fault: [...faults, ...apart].join(' ') || null };
    }
    const event = this.events.get(first.batch);
    return {
      state: first.relation,
      targets: [...first.targets],
      decided: event ? { batch: first.batch, ...event } : null,
      fault: null,
    };
  }
}

function keyOf(entity: string, code: string): string {
  return JSON.stringify([entity, code]);
}
