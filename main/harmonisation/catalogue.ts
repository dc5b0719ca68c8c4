import type { CrosswalkDomain } from '../contract/crosswalk-domains.ts';
import type { Side, Sides } from '../analyses/alignment/sides.ts';
import { MONTH_BASE } from '../facts/cells.ts';
import { monthOfDay } from '../model/civil-day.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import { PRODUCTIVE } from '../model/pay-classes.ts';
import { effectiveRows } from '../workspace/effective-rows.ts';
import { finalInvoiceLines } from '../workspace/invoice-lines.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import type { CodeFacts } from './code-facts.ts';
import { CodeTally } from './code-tally.ts';
import { rosterPosts } from './posts.ts';

/** Codes of both sides of a comparison in one domain. */
export type Catalogue = {
  /** Of the entity, those with most people first, then by hours. */
  sources: readonly CodeFacts[];
  targets: readonly CodeFacts[];
  /** Whether a roster says how many people the entity has. */
  knowsPeople: boolean;
};

type Scope = { view: WorkspaceView; sides: Sides; domain: CrosswalkDomain; own: CodeTally; model: CodeTally };

/** Hours are those of the last year with facts, so that a code which has died out does not stand first. */
const MONTHS_OF_HOURS = 12;

/** What the extracts say of the codes of an entity and of its target model. */
export function catalogueOf(view: WorkspaceView, sides: Sides, domain: CrosswalkDomain): Catalogue {
  const scope: Scope = { view, sides, domain, own: new CodeTally(), model: new CodeTally() };
  const knowsPeople = addPeople(scope);
  addHours(scope);
  if (domain === 'supplier') addInvoices(scope);
  if (domain === 'job') addBands(scope);
  if (domain === 'worker_type') for (const { code } of view.dictionaries.workerTypes) scope.model.add(code, {});
  return { sources: scope.own.facts({ knowsPeople }), targets: scope.model.facts({ knowsPeople: true }), knowsPeople };
}

/** Tally of the side that an entity is on. */
function tallyOf({ sides, own, model }: Scope, entity: string): CodeTally | null {
  const on = (side: Side) => side.members.has(entity);
  return on(sides.entity) ? own : on(sides.against) ? model : null;
}

/** Columns of a roster in which codes of a domain stand. */
const ROSTER_COLUMNS: Readonly<Record<Exclude<CrosswalkDomain, 'pay_code'>, string>> = {
  job: 'job_code',
  supplier: 'agency',
  unit: 'unit',
  worker_type: 'worker_type',
};

/** Whether a roster says who is in post at the entity. */
function addPeople(scope: Scope): boolean {
  const { view, sides, domain } = scope;
  if (domain === 'pay_code') return false;
  let knowsPeople = false;
  for (const row of rosterPosts(view)) {
    const entity = sides.entityAt(row.text('entity'), row.text('site'));
    knowsPeople ||= sides.entity.members.has(entity);
    const code = row.text(ROSTER_COLUMNS[domain]);
    if (code === null) continue;
    const job = domain === 'job' && {
      title: row.text('job_title'),
      rate: row.number('base_rate'),
      unit: row.text('unit'),
    };
    tallyOf(scope, entity)?.add(code, { entity, heads: 1, ...job });
  }
  return knowsPeople;
}

function addHours(scope: Scope): void {
  const { view, sides, domain } = scope;
  const last = view.months()?.last;
  if (last === undefined) return;
  const { dictionaries, rollup } = view;
  const { start, month, payCode, hours } = rollup.cells;
  for (let tuple = 0; tuple + 1 < start.length; tuple++) {
    const codes = dictionaries.tuples.at(tuple);
    const entity = sides.entityAt(codes['entity'] ?? null, codes['site'] ?? null);
    const tally = codes['worker_class'] === 'digital' ? null : tallyOf(scope, entity);
    if (tally === null) continue;
    for (let i = start[tuple]; i < start[tuple + 1]; i++) {
      const isRecent = month[i] + MONTH_BASE > last - MONTHS_OF_HOURS;
      const code = domain === 'pay_code' ? dictionaries.payCodes[payCode[i] - 1]?.code : codes[domain];
      if (code === undefined || code === UNKNOWN_CODE) continue;
      const counts = isRecent && (domain === 'pay_code' || PRODUCTIVE.has(dictionaries.payClass(payCode[i])));
      tally.add(code, { entity, hours: counts ? hours.values[i] * hours.scale : 0 });
    }
  }
}

/** Invoices name suppliers as they call themselves, timesheets as the entity calls them: of one name the larger hours count. */
function addInvoices(scope: Scope): void {
  const { view, sides } = scope;
  const last = view.months()?.last ?? Infinity;
  for (const line of finalInvoiceLines(view.store.records('invoices'))) {
    const entity = sides.entityAt(line.entity, line.site);
    const isRecent = monthOfDay(line.lastDay) > last - MONTHS_OF_HOURS;
    tallyOf(scope, entity)?.add(line.supplier, { entity, billedHours: isRecent ? line.hours : 0 });
  }
}

/** Jobs that the target model has bands for are its jobs, whether somebody works in them or not. */
function addBands({ view, sides, model }: Scope): void {
  for (const row of effectiveRows(view.store, 'bands')) {
    const entity = row.text('entity');
    if (entity === null || sides.against.members.has(entity)) model.add(row.text('job_code')!, {});
  }
}
