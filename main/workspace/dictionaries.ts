import { TupleTable } from '../facts/tuple-table.ts';
import type { Tuple } from '../facts/tuple-table.ts';
import type { RecordSet } from '../facts/staffing-records.ts';
import { payClassNamed } from '../model/pay-classes.ts';
import type { PayClass } from '../model/pay-classes.ts';
import type { WorkerClass, WorkerType } from '../model/worker-types.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import type { DictionaryAdditions, Store, StoredPayCode, StoredRecordSet } from '../ports/store.ts';

/**
 * Codes of the workspace, in memory: what chunks and rollups name by id. New entries are remembered until a
 * publication stores them, so that an import that is stopped leaves nothing behind.
 */
export class Dictionaries {
  readonly tuples: TupleTable;
  readonly payCodes: StoredPayCode[];
  readonly recordSets: StoredRecordSet[];
  readonly siteNames: Map<string, string>;
  readonly workerTypes: WorkerType[];
  private readonly classes: Map<string, WorkerClass>;
  private readonly payCodeIds: Map<string, number>;
  private readonly recordSetIds: Map<string, number>;
  private workerIds: Map<string, number> | null = null;
  private readonly stored: { tuples: number; payCodes: number; recordSets: number };
  private newWorkers: string[] = [];
  private newSiteNames: [string, string][] = [];

  constructor(private readonly store: Store) {
    this.tuples = new TupleTable(store.tuples());
    this.payCodes = store.payCodes();
    this.recordSets = store.recordSets();
    this.siteNames = store.siteNames();
    this.workerTypes = store.workerTypes();
    this.classes = new Map(this.workerTypes.map((type) => [type.code, type.workerClass]));
    this.payCodeIds = new Map(this.payCodes.map(({ id, code }) => [code, id]));
    this.recordSetIds = new Map(this.recordSets.map((set, id) => [JSON.stringify(set), id]));
    this.stored = { tuples: this.tuples.size, payCodes: this.payCodes.length, recordSets: this.recordSets.length };
  }

  /** Class of a worker type; `unknown` for one that the source did not give. */
  workerClass(workerType: string): WorkerClass {
    return this.classes.get(workerType) ?? 'unknown';
  }

  tupleId(codes: Tuple): number {
    return this.tuples.idOf(codes);
  }

  /** Tuple of a labour line: its worker type decides its class. */
  laborTupleId(codes: Tuple): number {
    return this.tuples.idOf({ ...codes, worker_class: this.workerClass(codes['worker_type'] ?? UNKNOWN_CODE) });
  }

  workerId(name: string): number {
    this.workerIds ??= new Map(this.store.workers().map((worker, id) => [worker, id]));
    let id = this.workerIds.get(name);
    if (id === undefined) {
      id = this.workerIds.size;
      this.workerIds.set(name, id);
      this.newWorkers.push(name);
    }
    return id;
  }

  /** Ids of pay codes begin at 1; 0 is the pay code of aggregate hours. */
  payCodeId(code: string): number {
    let id = this.payCodeIds.get(code);
    if (id === undefined) {
      id = this.payCodes.length + 1;
      this.payCodes.push({ id, code, payClass: payClassNamed(code) });
      this.payCodeIds.set(code, id);
    }
    return id;
  }

  payClass(id: number): PayClass {
    // Aggregate hours were worked, but how they were paid is not known: they count as regular.
    if (id === 0) return 'regular';
    return this.payCodes[id - 1].payClass ?? 'unmapped';
  }

  recordSetId(place: number, jobs: string[]): number {
    const key = JSON.stringify({ place, jobs });
    let id = this.recordSetIds.get(key);
    if (id === undefined) {
      id = this.recordSets.length;
      this.recordSets.push({ place, jobs });
      this.recordSetIds.set(key, id);
    }
    return id;
  }

  /** Labour tuple of aggregate hours: the place with its job and class, but without a worker type. */
  staffingTupleId(place: number, job: string, workerClass: 'internal' | 'external'): number {
    return this.tuples.idOf({ ...this.tuples.at(place), job, worker_class: workerClass });
  }

  recordSet(id: number): RecordSet {
    const { place, jobs } = this.recordSets[id];
    return {
      place,
      tuples: jobs.flatMap((job) => [
        this.staffingTupleId(place, job, 'internal'),
        this.staffingTupleId(place, job, 'external'),
      ]),
    };
  }

  nameSite(site: string, name: string): void {
    if (this.siteNames.get(site) === name) return;
    this.siteNames.set(site, name);
    this.newSiteNames.push([site, name]);
  }

  /** What was added since the last publication. */
  additions(): DictionaryAdditions {
    return {
      tuples: Array.from({ length: this.tuples.size - this.stored.tuples }, (_, i) =>
        this.tuples.at(this.stored.tuples + i),
      ),
      workers: [...this.newWorkers],
      payCodes: this.payCodes.slice(this.stored.payCodes).map(({ code, payClass }) => ({ code, payClass })),
      recordSets: this.recordSets.slice(this.stored.recordSets),
      siteNames: [...this.newSiteNames],
    };
  }

  /** Called once the additions are on the disk. */
  markStored(): void {
    this.stored.tuples = this.tuples.size;
    this.stored.payCodes = this.payCodes.length;
    this.stored.recordSets = this.recordSets.length;
    this.newWorkers = [];
    this.newSiteNames = [];
  }
}
