import type { PayClass } from '../../../model/pay-classes.ts';
import type { Dictionaries } from '../../../workspace/dictionaries.ts';
import type { CodeMap } from './code-map.ts';

/**
 * Classes of pay codes as an entity means them: that of the code which the crosswalk maps it to, else that of the
 * table of pay codes.
 */
export class PayClassMap {
  private readonly ids: ReadonlyMap<string, number>;
  private readonly known = new Map<string, PayClass[]>();

  constructor(
    private readonly dictionaries: Dictionaries,
    private readonly codes: CodeMap,
  ) {
    this.ids = new Map(dictionaries.payCodes.map(({ id, code }) => [code, id]));
  }

  /** Class of a pay code, by its id. */
  classOf(entity: string, id: number): PayClass {
    let classes = this.known.get(entity);
    if (!classes) this.known.set(entity, (classes = []));
    return (classes[id] ??= this.dictionaries.payClass(this.targetOf(entity, id) ?? id));
  }

  private targetOf(entity: string, id: number): number | undefined {
    const code = this.dictionaries.payCodes[id - 1]?.code;
    const targets = code === undefined ? undefined : this.codes.mappingOf(entity, code)?.targets;
    return targets?.length === 1 ? this.ids.get(targets[0].code) : undefined;
  }
}
