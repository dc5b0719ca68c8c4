/** Days on which leaving would have been seen, inclusive. */
export type Observed = { first: number; last: number };

/** What one extract says of when it could have seen somebody leave. */
type Extract = {
  entities: Set<string>;
  declaredFrom: number;
  declaredTo: number;
  firstTerm: number;
  lastDay: number;
  snapshots: Set<number>;
};

/**
 * How far the extracts of each entity can see.
 *
 * Rows with event dates: from the day that the recipe declares, else from the first day on which somebody left, to
 * the day declared, else the latest day in the extract. Snapshots: from the first to the last. An entity counts as
 * covered by every snapshot of an extract that holds rows of it, so that a month whose file was not imported is no
 * month in which everybody left.
 */
export class Observation {
  private readonly extracts = new Map<number, Extract>();
  private readonly dated = new Map<number, Extract>();
  private windows: ReadonlyMap<string, Observed> | null = null;
  private days: ReadonlyMap<string, readonly number[]> | null = null;

  addSnapshot(batch: number, entity: string, day: number): void {
    const extract = extractOf(this.extracts, batch);
    extract.entities.add(entity);
    extract.snapshots.add(day);
  }

  addDated(
    batch: number,
    entity: string,
    { first, term, from, to }: { first: number; term: number | null; from: number | null; to: number | null },
  ): void {
    const extract = extractOf(this.dated, batch);
    extract.entities.add(entity);
    extract.lastDay = Math.max(extract.lastDay, first, term ?? first);
    if (term !== null) extract.firstTerm = Math.min(extract.firstTerm, term);
    if (from !== null) extract.declaredFrom = Math.min(extract.declaredFrom, from);
    if (to !== null) extract.declaredTo = Math.max(extract.declaredTo, to);
  }

  /** Days on which it was seen who is in post in an entity, ascending; none where rows carry event dates. */
  snapshotsOf(entity: string): readonly number[] {
    this.days ??= this.findSnapshots();
    return this.days.get(entity) ?? [];
  }

  /** Null for an entity that no roster speaks of. */
  of(entity: string): Observed | null {
    this.windows ??= this.findWindows();
    return this.windows.get(entity) ?? null;
  }

  entities(): string[] {
    this.windows ??= this.findWindows();
    return [...this.windows.keys()].sort();
  }

  /** Entities whose rosters carry event dates. */
  datedEntities(): Set<string> {
    return new Set([...this.dated.values()].flatMap(({ entities }) => [...entities]));
  }

  /** Whether the reach of every extract with event dates was declared. */
  isDeclared(): boolean {
    return [...this.dated.values()].every(
      ({ declaredFrom, declaredTo }) => declaredFrom < Infinity && declaredTo > -Infinity,
    );
  }

  whole(): Observed | null {
    const all = this.entities().map((entity) => this.of(entity)!);
    if (all.length === 0) return null;
    return { first: Math.min(...all.map(({ first }) => first)), last: Math.max(...all.map(({ last }) => last)) };
  }

  private findSnapshots(): Map<string, number[]> {
    const days = new Map<string, Set<number>>();
    for (const { entities, snapshots } of this.extracts.values()) {
      for (const entity of entities) {
        let known = days.get(entity);
        if (!known) days.set(entity, (known = new Set()));
        for (const day of snapshots) known.add(day);
      }
    }
    return new Map([...days].map(([entity, known]) => [entity, [...known].sort((a, b) => a - b)]));
  }

  private findWindows(): Map<string, Observed> {
    const windows = new Map<string, Observed>();
    const widen = (entity: string, { first, last }: Observed) => {
      const known = windows.get(entity);
      windows.set(entity, {
        first: Math.min(known?.first ?? first, first),
        last: Math.max(known?.last ?? last, last),
      });
    };
    for (const { entities, declaredFrom, declaredTo, firstTerm, lastDay } of this.dated.values()) {
      const last = declaredTo > -Infinity ? declaredTo : lastDay;
      const first = Math.min(last, declaredFrom < Infinity ? declaredFrom : firstTerm);
      for (const entity of entities) widen(entity, { first, last });
    }
    for (const [entity, days] of this.findSnapshots()) widen(entity, { first: days[0], last: days.at(-1)! });
    return windows;
  }
}

function extractOf(extracts: Map<number, Extract>, batch: number): Extract {
  let extract = extracts.get(batch);
  if (!extract) {
    extract = {
      entities: new Set(),
      declaredFrom: Infinity,
      declaredTo: -Infinity,
      firstTerm: Infinity,
      lastDay: -Infinity,
      snapshots: new Set(),
    };
    extracts.set(batch, extract);
  }
  return extract;
}
