import type { CleanRoom } from '../contract/decisions.ts';
import type { Filter } from '../contract/figure.ts';
import { InputRefused } from '../contract/errors.ts';
import type { Structure } from '../contract/structure.ts';
import { DimensionIndex } from '../cube/dimension-index.ts';
import { PeopleCounter } from '../cube/people.ts';
import { CellReader } from '../cube/sum-cells.ts';
import { summableCells } from '../cube/summable-cells.ts';
import { PBJ_DIRECT_CARE, PBJ_JOBS } from '../extracts/profiles/cms-pbj.profile.ts';
import { MONTH_BASE } from '../facts/cells.ts';
import type { RecordSet } from '../facts/staffing-records.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import { monthOfDay } from '../model/civil-day.ts';
import type { Store } from '../ports/store.ts';
import { cellExtras } from './cell-extras.ts';
import { cleanRoomOf } from './clean-room.ts';
import { closesOf, firstMonthsOwned } from './closes.ts';
import type { Dictionaries } from './dictionaries.ts';
import { employerCostOf } from './employer-cost.ts';
import type { EmployerCost } from './employer-cost.ts';
import { careSettings, entitiesOf } from './entities.ts';
import type { Entity } from './entities.ts';
import { finalInvoiceLines } from './invoice-lines.ts';
import { LoadTable } from './loads.ts';
import { ownerColumn } from './owners.ts';
import { claimsWithoutLabor } from './reconcile-invoices.ts';
import type { Claim } from './reconcile-invoices.ts';
import { ownedRollup } from './owned-rollup.ts';
import type { Rollup } from './rollup.ts';
import { ownedVolumes, volumesOf } from './volumes.ts';
import type { Volume } from './volumes.ts';

/** Derived dimension: whether a tuple's job gives direct care (`yes`, `no`, `unknown`). */
export const DIRECT_CARE = 'direct care';

/** A structure, the view without one, and the first months owned by tuple where not all months count. */
type Chosen = { structure: Structure; from: WorkspaceView; owned: Uint16Array | null };

/**
 * One state of the workspace, ready to be asked: rollup, dimensions and small tables. Parts that not every question
 * needs are worked out when first asked for. A publication makes a new view.
 */
export class WorkspaceView {
  readonly dimensions: DimensionIndex;
  readonly entities: ReadonlyMap<string, Entity>;
  private cellReaderOnce: CellReader | null = null;
  private peopleCounterOnce: PeopleCounter | null = null;
  private monthsOnce: { first: number; last: number } | null | undefined;
  private currencyOnce: string | null | undefined;
  private coverageOnce: { first: number; last: number }[] | null = null;
  private employerCostOnce: EmployerCost | null = null;
  private invoicesOnce: Claim[] | null = null;
  private loadsOnce: LoadTable | null = null;
  private volumesOnce: Volume[] | null = null;
  private cleanRoomOnce: CleanRoom | undefined;
  private recordSetsOnce: RecordSet[] | null = null;
  private readonly inStructure = new Map<Structure, WorkspaceView>();

  constructor(
    readonly store: Store,
    readonly dictionaries: Dictionaries,
    readonly rollup: Rollup,
    /** The same object in views between which nothing but the crosswalk changed: whatever does not depend on it still holds. */
    readonly facts: object = {},
    /** null where nobody chose a structure. */
    readonly chosen: Chosen | null = null,
  ) {
    if (chosen) {
      this.entities = chosen.from.entities;
      this.dimensions = chosen.from.dimensions;
      return;
    }
    this.entities = entitiesOf(store);
    this.dimensions = new DimensionIndex(dictionaries, careSettings(this.entities));
    this.dimensions.derive(DIRECT_CARE, {
      codes: ['unknown', 'no', 'yes'],
      ofTuple: Int32Array.from(this.directCareFlags(), (flag) => flag + 1),
    });
    const owners = ownerColumn(dictionaries.tuples, this.entities);
    if (owners) this.dimensions.offer('owner', owners);
  }

  /**
   * The same workspace in one structure, with a memory of its own; itself where nobody chooses or where no acquisition
   * has closed. Refused in a clean room: the difference of two structures would be the figures of the entity.
   */
  seenIn(structure: Structure | null): WorkspaceView {
    if (structure === null || closesOf(this).size === 0) return this;
    if (this.cleanRoom() !== null)
      throw new InputRefused('clean_room', 'In a clean room figures are seen in one structure only.');
    let view = this.inStructure.get(structure);
    if (!view) {
      const owned = structure === 'then' ? firstMonthsOwned(this, this.dimensions.column('entity')) : null;
      const rollup = owned ? ownedRollup(this.rollup, owned, this.recordSets()) : this.rollup;
      view = new WorkspaceView(this.store, this.dictionaries, rollup, {}, { structure, from: this, owned });
      this.inStructure.set(structure, view);
    }
    return view;
  }

  /** First month in which labour of a tuple counts. */
  firstMonth(tuple: number): number {
    return MONTH_BASE + (this.chosen?.owned?.[tuple] ?? 0);
  }

  /** First and last month with facts, or that facts cover; null in an empty workspace. */
  months(): { first: number; last: number } | null {
    if (this.monthsOnce === undefined) this.monthsOnce = this.findMonths();
    return this.monthsOnce;
  }

  private findMonths(): { first: number; last: number } | null {
    const months = this.monthsOfFacts();
    if (months === null) return null;
    // Extracts may cover months in which nothing counts in then-structure.
    if (this.chosen && months.first > this.chosen.from.monthsOfFacts()!.first) return months;
    // Rows that stand for a quarter lie in its last month, and cover the months before.
    const covered = this.coverage().at(0);
    return { ...months, first: Math.min(months.first, covered ? monthOfDay(covered.first) : Infinity) };
  }

  private monthsOfFacts(): { first: number; last: number } | null {
    let first = Infinity;
    let last = -Infinity;
    const note = (month: number) => {
      if (month < first) first = month;
      if (month > last) last = month;
    };
    const { cells, records } = this.rollup;
    // The cells of a tuple are in order of their months.
    for (let tuple = 0; tuple + 1 < cells.start.length; tuple++) {
      const [start, end] = [cells.start[tuple], cells.start[tuple + 1]];
      if (start === end) continue;
      note(cells.month[start] + MONTH_BASE);
      note(cells.month[end - 1] + MONTH_BASE);
    }
    for (let i = 0; i < records.month.length; i++) note(records.month[i]);
    return first === Infinity ? null : { first, last };
  }

  /** Currency of the money that a filter lets in; null when there is none or when extracts mix currencies. */
  currency(where: Filter = {}): string | null {
    if (this.currencyOnce === undefined) this.currencyOnce = this.findCurrency({});
    return this.currencyOnce ?? (this.namesCurrencies() ? this.findCurrency(where) : null);
  }

  private findCurrency(where: Filter): string | null {
    const { codes, ofTuple } = this.dictionaries.tuples.column('currency');
    const { cells } = this.rollup;
    const mask = this.dimensions.mask(where);
    const found = new Set<string>();
    for (let tuple = 0; tuple + 1 < cells.start.length; tuple++) {
      if (!mask[tuple]) continue;
      for (let i = cells.start[tuple]; i < cells.start[tuple + 1]; i++) {
        if (cells.cost.values[i] !== 0) {
          found.add(codes[ofTuple[tuple]]);
          break;
        }
      }
    }
    found.delete(UNKNOWN_CODE);
    return found.size === 1 ? [...found][0] : null;
  }

  /** Whether extracts name more than one currency. */
  private namesCurrencies(): boolean {
    return this.dictionaries.tuples.column('currency').codes.filter((code) => code !== UNKNOWN_CODE).length > 1;
  }

  /** Money in more than one currency cannot be added up. */
  mixesCurrencies(where: Filter = {}): boolean {
    return this.namesCurrencies() && this.currency(where) === null;
  }

  /** Day ranges covered by published batches of facts, merged and ascending. */
  coverage(): { first: number; last: number }[] {
    this.coverageOnce ??= this.findCoverage();
    return this.coverageOnce;
  }

  private findCoverage(): { first: number; last: number }[] {
    const ranges = this.store
      .batches()
      .filter(
        (batch) =>
          batch.state === 'published' &&
          (batch.kind === 'labor' || batch.kind === 'staffing') &&
          batch.firstDay !== null,
      )
      .map((batch) => ({ first: batch.firstDay!, last: batch.lastDay! }))
      .sort((a, b) => a.first - b.first);
    const merged: { first: number; last: number }[] = [];
    for (const range of ranges) {
      const before = merged.at(-1);
      if (before && range.first <= before.last + 1) before.last = Math.max(before.last, range.last);
      else merged.push({ ...range });
    }
    return merged;
  }

  loads(): LoadTable {
    this.loadsOnce ??= new LoadTable(this.store.records('loads'));
    return this.loadsOnce;
  }

  /** Whether benefits and taxes are known at all: from employer-cost lines or from the loads extract. */
  knowsLoads(): boolean {
    return this.employerCost().entities.size > 0 || !this.loads().isEmpty;
  }

  private employerCost(): EmployerCost {
    this.employerCostOnce ??= this.chosen?.from.employerCost() ?? employerCostOf(this.rollup.cells, this.dictionaries);
    return this.employerCostOnce;
  }

  cellReader(): CellReader {
    this.cellReaderOnce ??= new CellReader(
      summableCells(
        this.rollup.cells,
        cellExtras(this.rollup, this.dictionaries, { loads: this.loads(), employerCost: this.employerCost() }),
      ),
    );
    return this.cellReaderOnce;
  }

  peopleCounter(): PeopleCounter {
    this.peopleCounterOnce ??= new PeopleCounter(this.rollup.workerMonths);
    return this.peopleCounterOnce;
  }

  volumes(): Volume[] {
    this.volumesOnce ??= this.chosen?.owned
      ? ownedVolumes(this.chosen.from.volumes(), this.dimensions.column('site'), this.chosen.owned)
      : volumesOf(this.store);
    return this.volumesOnce;
  }

  /** Final invoice lines that no labour line was found for: rows of figures in their own right. */
  invoicesWithoutLabor(): Claim[] {
    this.invoicesOnce ??=
      this.chosen?.from.invoicesWithoutLabor() ??
      claimsWithoutLabor(finalInvoiceLines(this.store.records('invoices')), this);
    return this.invoicesOnce;
  }

  recordSets(): RecordSet[] {
    this.recordSetsOnce ??= this.dictionaries.recordSets.map((_, id) => this.dictionaries.recordSet(id));
    return this.recordSetsOnce;
  }

  /** Why persons are not shown; null where they may be. */
  cleanRoom(): CleanRoom {
    if (this.cleanRoomOnce === undefined) this.cleanRoomOnce = cleanRoomOf(this.store);
    return this.cleanRoomOnce;
  }

  /** Month (1 to 12) in which most entities begin their fiscal year; January where no extract says. */
  fiscalYearStart(): number {
    const counts = new Map<number, number>();
    for (const { fiscalYearStart: start } of this.entities.values())
      if (start !== null) counts.set(start, (counts.get(start) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1;
  }

  /** 1 direct care, 0 not, −1 where no extract says, by tuple. */
  private directCareFlags(): Int8Array {
    const { tuples } = this.dictionaries;
    const pbjJobs = new Set<string>(PBJ_JOBS);
    return Int8Array.from({ length: tuples.size }, (_, id) => {
      const tuple = tuples.at(id);
      const given = tuple['direct_care']?.toLowerCase();
      if (given !== undefined) return ['yes', 'y', 'true', '1'].includes(given) ? 1 : 0;
      // Without a worker type the hours are from an aggregate extract; the Journal's roles are known.
      if (tuple['worker_type'] === undefined && pbjJobs.has(tuple['job'] ?? ''))
        return PBJ_DIRECT_CARE.has(tuple['job']) ? 1 : 0;
      return -1;
    });
  }
}
