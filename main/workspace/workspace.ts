import type { LaunchReader, Clock, ReportProgress } from '../ports/processes.ts';
import { InputRefused } from '../contract/errors.ts';
import type { CrosswalkDecision, DecisionResult, HarmonisationRequest } from '../contract/harmonisation.ts';
import { crosswalkOf } from '../harmonisation/crosswalk.ts';
import { decisionSet } from '../harmonisation/harmonise.ts';
import { publishDecisions } from '../harmonisation/publish-decisions.ts';
import { PAY_CLASSES } from '../model/pay-classes.ts';
import type { PayClass } from '../model/pay-classes.ts';
import type { Store, StoredBatch } from '../ports/store.ts';
import { setCleanRoom } from './clean-room.ts';
import { Dictionaries } from './dictionaries.ts';
import { importExtract } from './import-extract.ts';
import type { ImportRequest } from './reader-dialogue.ts';
import type { ImportReport } from '../contract/workspace.ts';
import { undoBatch } from './publish-batch.ts';
import { rebuildRollup } from './rebuild-rollup.ts';
import { decodeRollup, encodeRollup, RollupSums } from './rollup.ts';
import type { Rollup } from './rollup.ts';
import { WorkspaceView } from './view.ts';

export type WorkspaceTools = {
  store: Store;
  clock: Clock;
  hashText: (text: string) => string;
  launchReader: LaunchReader;
  report: ReportProgress;
};

/** An open workspace: what can be done to it, and the current view of it. */
export class Workspace {
  private dictionaries: Dictionaries;
  private current: WorkspaceView | null = null;

  constructor(private readonly tools: WorkspaceTools) {
    this.dictionaries = new Dictionaries(tools.store);
  }

  get store(): Store {
    return this.tools.store;
  }

  /** The workspace as of the last publication. */
  view(): WorkspaceView {
    this.current ??= new WorkspaceView(this.store, this.dictionaries, this.storedRollup());
    return this.current;
  }

  async import(request: ImportRequest): Promise<ImportReport> {
    const { store, clock, hashText, launchReader, report } = this.tools;
    try {
      const done = await importExtract(
        { store, dictionaries: this.dictionaries, launchReader, clock, hashText, report },
        request,
      );
      this.renew(done.rollup);
      return done.report;
    } catch (error) {
      // What a failed import had added to the dictionaries must not outlive it.
      this.dictionaries = new Dictionaries(store);
      this.current = null;
      throw error;
    }
  }

  /** Throws InputRefused when there is no such batch or it was undone before. */
  undo(batch: number): { batch: number; rows: number; readmitted: number } {
    const found = this.publishedBatch(batch);
    const { facts } = this.view();
    const { rows, readmitted, rollup } = undoBatch(this.store, this.dictionaries, found);
    this.renew(rollup, found.kind === 'crosswalk' ? facts : {});
    return { batch, rows, readmitted };
  }

  /** Stores decisions on the crosswalk as a batch of their own, which can be undone like an import. */
  decide(request: HarmonisationRequest, decisions: readonly CrosswalkDecision[]): DecisionResult {
    const view = this.view();
    const { store, clock, hashText } = this.tools;
    const set = decisionSet(view, request, decisions);
    const tools = { store, dictionaries: this.dictionaries, clock, hashText };
    const { result, rollup } = publishDecisions(tools, crosswalkOf(view), set);
    this.renew(rollup, view.facts);
    return result;
  }

  /** Says what a pay code pays for; null takes that back. */
  mapPayCode(code: string, payClass: string | null): void {
    const known = this.dictionaries.payCodes.find((candidate) => candidate.code === code);
    if (!known) throw new InputRefused('unknown_pay_code', `There is no pay code "${code}" in this workspace.`);
    if (payClass !== null && !(PAY_CLASSES as readonly string[]).includes(payClass))
      throw new InputRefused(
        'unknown_pay_class',
        `"${payClass}" is not a pay class; the classes are ${PAY_CLASSES.join(', ')}.`,
      );
    known.payClass = payClass === 'unmapped' ? null : (payClass as PayClass | null);
    // What counts as regular and as overtime pay may have changed.
    const rollup = rebuildRollup(this.store, this.dictionaries).sorted(this.dictionaries.tuples.size);
    this.store.mapPayCode(known.id, known.payClass, encodeRollup(rollup));
    this.renew(rollup);
  }

  /** Makes the workspace a clean room, or takes that back: what may be shown is asked anew. */
  setCleanRoom(on: boolean): void {
    setCleanRoom(this.store, on);
    this.current = null;
  }

  /** What does not tie out: the file, and the stored sums against the facts. */
  check(): { code: string; message: string }[] {
    const findings = this.store.integrity();
    if (findings.length > 0) return findings;
    const stored = decodeRollup((name) => this.store.rollup(name));
    const rebuilt = rebuildRollup(this.store, this.dictionaries).sorted(this.dictionaries.tuples.size);
    if (stored && !sameRollup(stored, rebuilt))
      findings.push({
        code: 'rollup_differs',
        message:
          'The stored sums differ from the rows they were made of. Undo and import the newest extract again, or open the newest backup.',
      });
    for (const batch of this.store.batches()) {
      if (batch.rowsRead !== batch.accepted + batch.quarantined + batch.duplicates)
        findings.push({ code: 'ledger', message: `The ledger of batch ${batch.id} (${batch.file}) does not add up.` });
    }
    return findings;
  }

  close(): void {
    this.store.close();
  }

  private publishedBatch(id: number): StoredBatch {
    const batch = this.store.batches().find((candidate) => candidate.id === id);
    if (!batch) throw new InputRefused('unknown_batch', `There is no batch ${id} in this workspace.`);
    if (batch.state === 'undone')
      throw new InputRefused('already_undone', `Batch ${id} (${batch.file}) was undone before.`);
    return batch;
  }

  private storedRollup(): Rollup {
    return decodeRollup((name) => this.store.rollup(name)) ?? new RollupSums().sorted(this.dictionaries.tuples.size);
  }

  private renew(rollup: Rollup | null, facts: object = {}): void {
    if (rollup) this.current = new WorkspaceView(this.store, this.dictionaries, rollup, facts);
  }
}

function sameRollup(a: Rollup, b: Rollup): boolean {
  const one = encodeRollup(a);
  const other = encodeRollup(b);
  return one.every(
    ({ name, data }, i) =>
      name === other[i].name &&
      data.length === other[i].data.length &&
      data.every((byte, at) => byte === other[i].data[at]),
  );
}
