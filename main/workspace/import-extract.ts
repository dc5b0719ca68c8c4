import type { Packed } from '../facts/packed.ts';
import type { ImportReport, Notice } from '../contract/workspace.ts';
import { kindOf } from '../extracts/kinds/registry.ts';
import type { Recipe } from '../extracts/recipe.ts';
import { dayFormatNamed } from '../extracts/values/day.ts';
import { statedMappings } from '../harmonisation/stated-mappings.ts';
import type { ReaderMessage, ReadingSummary } from '../extracts/messages.ts';
import { firstDayOfMonth, monthOfDay } from '../model/civil-day.ts';
import type { Clock, LaunchReader, ReportProgress } from '../ports/processes.ts';
import type { Store } from '../ports/store.ts';
import type { Dictionaries } from './dictionaries.ts';
import { Intake } from './intake.ts';
import { NaturalKeys } from './natural-key.ts';
import { OwnPay } from './own-pay.ts';
import { publishBatch } from './publish-batch.ts';
import { converseWithReader } from './reader-dialogue.ts';
import type { ImportRequest } from './reader-dialogue.ts';
import { RollupSums } from './rollup.ts';
import type { Rollup } from './rollup.ts';
import type { Window } from './status-book.ts';
import { sumLaborChunk, sumStaffingChunk } from './sum-chunks.ts';

export type ImportTools = {
  store: Store;
  dictionaries: Dictionaries;
  launchReader: LaunchReader;
  clock: Clock;
  hashText: (text: string) => string;
  report: ReportProgress;
};

/**
 * Imports one extract: the reader parses, this side stages what it sends and publishes everything at the end.
 * Refused, stopped or killed at any moment, the workspace is as it was before.
 */
export async function importExtract(
  tools: ImportTools,
  request: ImportRequest,
): Promise<{ report: ImportReport; rollup: Rollup | null }> {
  const started = tools.clock.ticks();
  const session = new ImportSession(tools, request);
  try {
    const summary = await converseWithReader(tools, request, (message) => session.take(message));
    return session.conclude(summary, () => (tools.clock.ticks() - started) / 1000);
  } catch (error) {
    session.abandon();
    throw error;
  }
}

/** What has been staged of one extract so far. */
class ImportSession {
  private batch: number | null = null;
  private about: Extract<ReaderMessage, { type: 'started' }> | null = null;
  private intake: Intake | null = null;
  private keys: NaturalKeys | null = null;
  private recipeHash = '';
  private readonly sums = new RollupSums();
  private readonly ownPay: OwnPay;
  private readonly censusSeen = new Set<string>();
  private window: Window | null = null;

  constructor(
    private readonly tools: ImportTools,
    private readonly request: ImportRequest,
  ) {
    this.ownPay = new OwnPay(tools.dictionaries);
  }

  take(message: ReaderMessage): void {
    switch (message.type) {
      case 'started':
        return this.start(message);
      case 'labor': {
        this.intake!.learn(message.codes);
        this.stageRejected(message.rejected);
        if (message.chunk === null) return;
        const { chunk, data } = this.intake!.labor(message.chunk);
        this.stageChunk('labor', chunk, data);
        sumLaborChunk(this.sums, chunk, null, this.ownPay);
        return;
      }
      case 'staffing': {
        this.intake!.learn(message.codes);
        this.stageRejected(message.rejected);
        if (message.chunk === null) return;
        const { chunk, data } = this.intake!.staffing(message.chunk);
        this.stageChunk('staffing', chunk, data);
        sumStaffingChunk(this.sums, chunk, null, {
          dictionaries: this.tools.dictionaries,
          censusSeen: this.censusSeen,
        });
        return;
      }
      case 'records':
        return this.stageRecords(message);
      default:
        throw new Error(`The reader sent "${message.type}" in the middle of an import.`);
    }
  }

  abandon(): void {
    if (this.batch === null) return;
    try {
      this.tools.store.discard(this.batch);
    } catch {
      // On a full or failing disk not even that works. Nothing reads what is staged, and the next opening discards it.
    }
    this.batch = null;
  }

  conclude(summary: ReadingSummary, seconds: () => number): { report: ImportReport; rollup: Rollup | null } {
    const { store, dictionaries } = this.tools;
    const about = this.about!;
    const known = store.batchWithContent(summary.sha256, this.recipeHash);
    const base = {
      file: this.request.file,
      kind: about.kind,
      profile: about.profile,
      confidence: about.confidence,
      rowsRead: summary.rowsRead,
      skipped: summary.skipped,
    };
    if (known) {
      this.abandon();
      const notice = {
        code: 'already_imported',
        message: `${this.request.file} was already imported as batch ${known.id} (${known.file}); nothing was added.`,
      };
      return {
        rollup: null,
        report: {
          ...base,
          accepted: 0,
          quarantined: 0,
          duplicates: summary.rowsRead,
          restated: 0,
          batch: null,
          seconds: seconds(),
          reasons: {},
          warnings: [notice],
        },
      };
    }
    const batch = this.batch!;
    const warnings = [...summary.warnings, ...this.warnings()];
    const { ledger, rollup } = publishBatch(store, dictionaries, {
      id: batch,
      kind: about.kind,
      fact: this.fact(),
      sums: this.sums,
      window: this.window,
      rowsRead: summary.rowsRead,
      quarantined: summary.quarantined,
      skipped: summary.skipped,
      sha256: summary.sha256,
      size: summary.bytes,
      warnings,
      action: 'import',
    });
    this.batch = null;
    const { accepted, quarantined, duplicates, restated } = ledger;
    if (restated > 0)
      warnings.push({
        code: 'restated',
        message:
          restated === 1
            ? '1 row replaces a row that was there before with other values.'
            : `${restated} rows replace rows that were there before with other values.`,
      });
    return {
      rollup,
      report: {
        ...base,
        accepted,
        quarantined,
        duplicates,
        restated,
        batch,
        seconds: seconds(),
        reasons: store.quarantineReasons(batch),
        warnings,
      },
    };
  }

  private start(message: Extract<ReaderMessage, { type: 'started' }>): void {
    const { store, clock, hashText, dictionaries } = this.tools;
    const recipe = JSON.stringify(message.recipe);
    this.about = message;
    this.recipeHash = hashText(recipe);
    this.batch = store.stageBatch({
      file: this.request.file,
      sheet: message.sheet,
      kind: message.kind,
      profile: message.profile,
      recipe,
      recipeHash: this.recipeHash,
      imported: clock.now(),
    });
    const fact = this.fact();
    if (fact) this.intake = new Intake(dictionaries, message.dimensions, fact);
    else this.keys = new NaturalKeys(kindOf(message.kind));
  }

  private fact(): 'labor' | 'staffing' | null {
    const kind = this.about!.kind;
    return kind === 'labor' || kind === 'staffing' ? kind : null;
  }

  private stageChunk(
    fact: 'labor' | 'staffing',
    chunk: { rows: number; day: Packed; days?: Packed },
    data: Uint8Array,
  ): void {
    const window = windowOf(chunk);
    // A row that stands for a whole quarter is dated by its last day and covers all the days before it.
    const first = firstDayOfMonth(monthOfDay(window.firstDay) - monthsOfRow(this.about!.recipe) + 1);
    this.note({ ...window, firstDay: Math.min(window.firstDay, first) });
    this.tools.store.stageChunk(this.batch!, fact, { rows: chunk.rows, ...window, data });
  }

  private stageRejected(rejected: Extract<ReaderMessage, { type: 'labor' }>['rejected']): void {
    if (rejected.length > 0) this.tools.store.stageQuarantine(this.batch!, rejected);
  }

  private stageRecords(message: Extract<ReaderMessage, { type: 'records' }>): void {
    const kind = kindOf(this.about!.kind);
    const dayAt = kind.dayColumns.map((name) => kind.columns.findIndex((column) => column.name === name));
    for (const row of message.rows) {
      const at = dayAt.find((index) => row.values[index] !== null);
      if (at !== undefined) this.note({ firstDay: row.values[at] as number, lastDay: row.values[at] as number });
    }
    this.stageRejected(message.rejected);
    this.tools.store.stageRecords(
      this.batch!,
      kind.id,
      message.rows.map((row) => ({ row, key: this.keys!.of(row) })),
    );
  }

  private note({ firstDay, lastDay }: Window): void {
    this.window = {
      firstDay: Math.min(firstDay, this.window?.firstDay ?? Infinity),
      lastDay: Math.max(lastDay, this.window?.lastDay ?? -Infinity),
    };
  }

  private warnings(): Notice[] {
    if (this.about!.kind === 'crosswalk') return this.crosswalkFaults();
    const repeated = this.keys?.repeated ?? 0;
    if (repeated > 0)
      return [
        {
          code: 'repeated_rows',
          message: `${repeated === 1 ? '1 row' : `${repeated} rows`} of ${this.request.file} repeat the row before them in every column read, without a line number; they were kept, since both can be right.`,
        },
      ];
    if (this.fact() !== 'labor') return [];
    const unmapped = this.tools.dictionaries.additions().payCodes.filter(({ payClass }) => payClass === null);
    if (unmapped.length === 0) return [];
    const names = unmapped
      .slice(0, 5)
      .map(({ code }) => code)
      .join(', ');
    return [
      {
        code: 'unmapped_pay_codes',
        message:
          unmapped.length === 1
            ? `1 pay code has no pay class (${names}): its money counts in totals, its hours nowhere, until it is mapped.`
            : `${unmapped.length} pay codes have no pay class (${names}): their money counts in totals, their hours nowhere, until they are mapped.`,
      },
    ];
  }

  /** Rows that are well formed one by one may contradict each other. */
  private crosswalkFaults(): Notice[] {
    const own = this.tools.store
      .records('crosswalk', { alsoBatch: this.batch! })
      .filter(({ batch }) => batch === this.batch);
    return statedMappings(own).faults.map(({ message }) => ({ code: 'crosswalk_fault', message }));
  }
}

/** Months that every row covers; 0 where rows are dated by day. */
function monthsOfRow({ columns }: Recipe): number {
  const column = columns['work_date'];
  const format = typeof column === 'object' ? column.format : undefined;
  const period = format === undefined ? undefined : dayFormatNamed(format)?.period;
  return period === undefined ? 0 : { month: 1, quarter: 3, year: 12 }[period];
}

/** First and last day that the rows of a chunk cover. */
function windowOf({ rows, day, days }: { rows: number; day: Packed; days?: Packed }): Window {
  const window = { firstDay: Infinity, lastDay: -Infinity };
  for (let row = 0; row < rows; row++) {
    const last = day.values[row] * day.scale;
    const first = days === undefined ? last : last - days.values[row] * days.scale + 1;
    if (first < window.firstDay) window.firstDay = first;
    if (last > window.lastDay) window.lastDay = last;
  }
  return window;
}
