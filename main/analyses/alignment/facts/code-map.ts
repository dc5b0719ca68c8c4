import type { Crosswalk, Mapping } from '../../../harmonisation/crosswalk.ts';
import type { CrosswalkDomain } from '../../../contract/crosswalk-domains.ts';
import type { TargetJob } from './facts.ts';

/** What codes of an entity are in the target model, by one version of the crosswalk. */
export class CodeMap {
  private readonly mappings = new Map<string, Mapping>();

  constructor(crosswalk: Crosswalk, domain: CrosswalkDomain) {
    for (const mapping of crosswalk.mappings)
      if (mapping.domain === domain) this.mappings.set(JSON.stringify([mapping.entity, mapping.code]), mapping);
  }

  /** Whether it says anything of this domain. */
  get isEmpty(): boolean {
    return this.mappings.size === 0;
  }

  mappingOf(entity: string, code: string): Mapping | null {
    return this.mappings.get(JSON.stringify([entity, code])) ?? null;
  }

  /** Targets of a code; one that nobody has decided on stands for itself (`UNDECIDED_JOBS` tells people so), so that equal codes meet. */
  targetsOf(entity: string, code: string): readonly TargetJob[] {
    return this.mappingOf(entity, code)?.targets ?? [{ code, share: 1 }];
  }
}
