import type { Organisation } from './organisations.ts';

/** What a row says of somebody beside the worker id; `seen` is the first day on which it has them in post. */
type Told = { entity: string; name: string | null; hired: number | null; seen: number };

type Known = Told & { person: number };

/**
 * Persons behind worker ids. The same id in two entities is one person, unless the names that the entities give have
 * no word in common, or, where names are left out or agree in part only, both had somebody of that id, not hired on one
 * day, before they came under one owner: then two payrolls happen to count alike.
 */
export class PersonIds {
  readonly names: string[] = [];
  /** Worker ids that are used for different people. */
  shared = 0;
  /** Persons told apart from the one that their worker id first stood for. */
  readonly apart = new Set<number>();
  private readonly byWorker = new Map<string, Known[]>();

  constructor(private readonly organisationOf: (entity: string) => Organisation) {}

  idOf(worker: string, told: Told): number {
    const known = this.byWorker.get(worker);
    if (!known) {
      const person = this.names.push(worker) - 1;
      this.byWorker.set(worker, [{ person, ...told }]);
      return person;
    }
    const here = known.find(({ entity }) => entity === told.entity);
    if (here) {
      here.name ??= told.name;
      return here.person;
    }
    const same = known.find((other) => this.mayBeOne(other, told));
    if (!same && known.every(({ person }) => person === known[0].person)) this.shared++;
    const person = same ? same.person : this.names.push(`${worker}@${told.entity}`) - 1;
    if (!same) this.apart.add(person);
    known.push({ person, ...told });
    return person;
  }

  /** The person whom an entity means by a worker id: its own, else the one that the id first stood for. */
  meantBy(worker: string, entity: string): string {
    const known = this.byWorker.get(worker);
    const meant = known?.find((other) => other.entity === entity) ?? known?.[0];
    return meant ? this.names[meant.person] : worker;
  }

  /** Everybody whom a worker id may mean where no entity is named. */
  allMeantBy(worker: string): string[] {
    const known = this.byWorker.get(worker);
    return known ? [...new Set(known.map(({ person }) => this.names[person]))] : [worker];
  }

  private mayBeOne(one: Told, other: Told): boolean {
    if (one.name === null || other.name === null) return !this.wereApart(one, other);
    if (one.name === other.name) return true;
    const [fewer, more] = [wordsOf(one.name), wordsOf(other.name)].sort((a, b) => a.length - b.length);
    const inBoth = fewer.filter((word) => more.includes(word)).length;
    // A first name is shared by many; a name may also have been changed since.
    return inBoth > 0 && (inBoth === fewer.length || !this.wereApart(one, other));
  }

  /** Whether both were in post, and not hired on one day, while the two entities had nothing to do with each other. */
  private wereApart(one: Told, other: Told): boolean {
    if (one.hired !== null && one.hired === other.hired) return false;
    const [first, second] = [this.organisationOf(one.entity), this.organisationOf(other.entity)];
    if (first.code === second.code) return false;
    return Math.max(one.seen, other.seen) < Math.max(first.joined, second.joined);
  }
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}
