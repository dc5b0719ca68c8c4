type Known = { person: number; entity: string; name: string | null };

/**
 * Persons behind worker ids. The same id in two entities is one person, unless the names that the entities give have
 * no word in common: then two payrolls happen to count alike.
 */
export class PersonIds {
  readonly names: string[] = [];
  /** Worker ids that are used for different people. */
  shared = 0;
  /** Persons told apart from the one that their worker id first stood for. */
  readonly apart = new Set<number>();
  private readonly byWorker = new Map<string, Known[]>();

  idOf(worker: string, entity: string, name: string | null): number {
    const known = this.byWorker.get(worker);
    if (!known) {
      const person = this.names.push(worker) - 1;
      this.byWorker.set(worker, [{ person, entity, name }]);
      return person;
    }
    const same = known.find((other) => other.entity === entity) ?? known.find((other) => mayBeOne(other.name, name));
    if (same) {
      same.name ??= name;
      return same.person;
    }
    if (known.length === 1) this.shared++;
    const person = this.names.push(`${worker}@${entity}`) - 1;
    this.apart.add(person);
    known.push({ person, entity, name });
    return person;
  }
}

function mayBeOne(one: string | null, other: string | null): boolean {
  if (one === null || other === null || one === other) return true;
  const words = new Set(wordsOf(one));
  return wordsOf(other).some((word) => words.has(word));
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}
