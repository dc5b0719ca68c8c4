import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Figure } from '../../main/contract/figure.ts';
import { computeFigures } from '../../main/metrics/figures.ts';
import type { FigureRequest } from '../../main/metrics/figures.ts';
import { METRICS } from '../../main/metrics/registry.ts';
import { formatIsoDay, parseIsoDay, parseIsoMonth } from '../../main/model/civil-day.ts';
import { survivalSpells } from '../../main/workforce/survival-spells.ts';
import { workforceOf } from '../../main/workforce/workforce.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';

allowForStorage();

const folder = testFolder();
let runs = 0;
const [FIRST, LAST] = ['2020-01-01', '2025-12-31'].map((text) => parseIsoDay(text)!);
const HEADER =
  'worker_id,entity,unit,worker_type,hire_date,original_hire_date,term_date,term_reason,observed_from,observed_to';

type Row = {
  worker: string;
  entity: string;
  unit: string;
  hired: number;
  original: number;
  left: number | null;
  reason: string;
};

/** People with one or two spells of employment, the second long after the first. */
const anyRows: fc.Arbitrary<Row[]> = fc
  .array(
    fc.record({
      entity: fc.constantFrom('Hill', 'Vale'),
      unit: fc.constantFrom('ICU', 'ED', 'OR'),
      hired: fc.integer({ min: FIRST, max: LAST - 900 }),
      length: fc.integer({ min: 2, max: 700 }),
      stays: fc.boolean(),
      reason: fc.constantFrom('Resigned', 'Dismissed', 'Retired', ''),
      again: fc.option(fc.integer({ min: 91, max: 190 })),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((people) =>
    people.flatMap(({ entity, unit, hired, length, stays, reason, again }, i) => {
      const left = stays ? null : hired + length - 1;
      const row = { worker: `W${i}`, entity, unit, hired, original: hired, left, reason: left === null ? '' : reason };
      if (left === null || again === null) return [row];
      return [row, { ...row, hired: left + again, left: null, reason: '' }];
    }),
  );

const line = ({ worker, entity, unit, hired, original, left, reason }: Row, from: number) =>
  [
    worker,
    entity,
    unit,
    'employee_full_time',
    formatIsoDay(hired),
    formatIsoDay(original),
    left === null ? '' : formatIsoDay(left),
    reason,
    formatIsoDay(from),
    formatIsoDay(LAST),
  ].join(',');

async function over<T>(
  rows: readonly Row[],
  use: (workspace: Workspace) => T,
  from = parseIsoDay('2023-01-01')!,
): Promise<T> {
  const workspace = openWorkspace(join(folder, `w${runs}.muster`));
  try {
    await importFile(
      workspace,
      writeInto(folder, `w${runs++}.csv`, csv(HEADER, ...rows.map((row) => line(row, from)))),
    );
    return use(workspace);
  } finally {
    workspace.close();
  }
}

/** One person cut in two on a day of their spell; `move` says where the second part is spent. */
function cut(rows: readonly Row[], which: number, part: number, move: (row: Row) => Partial<Row>): Row[] {
  const at = which % rows.length;
  const row = rows[at];
  const end = row.left ?? LAST;
  if (end <= row.hired) return [...rows];
  const day = row.hired + 1 + Math.floor(part * (end - row.hired));
  return rows.flatMap((other, i) =>
    i !== at
      ? [other]
      : [
          { ...row, left: day - 1, reason: '' },
          { ...row, ...move(row), hired: day },
        ],
  );
}

const PEOPLE = [...METRICS.values()].filter(({ facts }) => facts === 'people').map(({ id }) => id);
const SPAN = { from: parseIsoMonth('2023-01')!, to: parseIsoMonth('2025-12')! };
function figures(workspace: Workspace, scope: Partial<FigureRequest> = {}): Partial<Figure>[] {
  return computeFigures(
    workspace.view(),
    PEOPLE.map((metric) => ({ metric, ...SPAN, ...scope })),
  )
    .flat()
    .map(({ metric, variant, by, period, numerator, denominator, value, absence, suppressed }) => ({
      metric,
      variant,
      by,
      period,
      numerator,
      denominator,
      value,
      absence,
      suppressed,
    }));
}

const some = { numRuns: 20 };

it('changes nothing when a spell is split at any day', async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, fc.nat(), fc.double({ min: 0, max: 0.999, noNaN: true }), async (rows, which, part) => {
      const split = cut(rows, which, part, () => ({}));
      const scopes: Partial<FigureRequest>[] = [{ grain: 'quarter' }, { by: ['unit'], grain: 'year' }];
      const found = await over(rows, (workspace) => scopes.map((scope) => figures(workspace, scope)));
      expect(await over(split, (workspace) => scopes.map((scope) => figures(workspace, scope)))).toEqual(found);
    }),
    some,
  );
});

it('never counts a transfer as a separation, nor as a hire, of the system', async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, fc.nat(), fc.double({ min: 0, max: 0.999, noNaN: true }), async (rows, which, part) => {
      const moved = cut(rows, which, part, ({ entity }) => ({
        entity: entity === 'Hill' ? 'Vale' : 'Hill',
        unit: 'OR',
      }));
      const found = await over(rows, (workspace) => figures(workspace, { grain: 'year' }));
      expect(await over(moved, (workspace) => figures(workspace, { grain: 'year' }))).toEqual(found);
    }),
    some,
  );
});

it('permutes figures and curves when groups change their names', async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, async (rows) => {
      const names: Record<string, string> = { ICU: 'OR', OR: 'ED', ED: 'ICU' };
      const renamed = rows.map((row) => ({ ...row, unit: names[row.unit] }));
      const byUnit = (workspace: Workspace) => figures(workspace, { by: ['unit'] });
      const found = await over(renamed, byUnit);
      const before = await over(rows, byUnit);
      const expected = before.map((figure) => ({ ...figure, by: { unit: names[figure.by!['unit']] } }));
      // Of two groups of one size the first by name is hidden beside a small one.
      const nameOf = ({ metric, variant, by }: Partial<Figure>) => `${metric} ${variant} ${by!['unit']}`;
      const hidden = new Set([...found, ...expected].filter(({ suppressed }) => suppressed).map(nameOf));
      const shown = (all: Partial<Figure>[]) =>
        all
          .filter((figure) => !hidden.has(nameOf(figure)))
          .map((figure) => JSON.stringify(figure))
          .sort();
      expect(shown(found)).toEqual(shown(expected));
    }),
    some,
  );
});

it('lets delayed entry change who is at risk and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, fc.integer({ min: FIRST, max: LAST - 900 }), async (rows, from) => {
      const times = (workspace: Workspace) => {
        const { spells } = workforceOf(workspace.view());
        const { entry, exit, left } = survivalSpells(spells, { by: [], where: {} });
        return spells.map(({ person, start }, i) => ({
          key: `${person} ${start}`,
          entry: entry[i],
          rest: [exit[i], left[i]],
        }));
      };
      const early = await over(rows, times, FIRST);
      const late = await over(rows, times, from);
      const known = new Map(early.map((spell) => [spell.key, spell]));
      for (const spell of late) {
        expect(spell.rest).toEqual(known.get(spell.key)!.rest);
        expect(spell.entry).toBeGreaterThanOrEqual(known.get(spell.key)!.entry);
      }
    }),
    some,
  );
});
