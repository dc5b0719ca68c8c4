import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../support/commands.ts';
import { testFolder } from '../../support/folder.ts';
import expected from './expected.json';
import { allowForStorage } from '../../support/patience.ts';

allowForStorage();

const here = (file: string) => `${import.meta.dirname}/${file}`;
const folder = testFolder();
const MARCH = ['--from', '2025-03', '--to', '2025-03'];

type Figure = { metric: string; variant: string | null; by: Record<string, string>; numerator: number | null; denominator: number | null; value: number | null; absence: string | null; missing: string[]; rows: number };
type Sides = Record<string, { numerator: number; denominator: number | null }>;

async function figures(workspace: string, metric: string, ...words: string[]): Promise<Figure[]> {
  return (await runCommand(folder, 'metrics', '--in', workspace, '--metric', metric, ...words)).json.metrics;
}

const importInto = (workspace: string, ...files: string[]) => runCommand(folder, 'import', ...files.map(here), '--into', workspace);

async function expectMarch(workspace: string, sides: Sides): Promise<void> {
  for (const [metric, { numerator, denominator }] of Object.entries(sides)) {
    const [figure] = await figures(workspace, metric, ...MARCH);
    expect({ metric, numerator: figure.numerator, denominator: figure.denominator }).toEqual({ metric, numerator, denominator });
    expect(figure.value! / (denominator === null ? numerator : numerator / denominator)).toBeCloseTo(1, 12);
  }
}

describe('external labour from timesheets and invoices', () => {
  beforeAll(async () => {
    const { json } = await importInto('w.muster', 'labor.csv', 'invoices.csv');
    expect(json.files).toMatchObject([{ accepted: 71, quarantined: 0 }, { kind: 'invoices', accepted: 53, quarantined: 0 }]);
  });

  it.each(Object.entries(expected.suppliers))('of %s is counted once', async (supplier, { hours, cents }) => {
    const [cost] = await figures('w.muster', 'labor_cost', ...MARCH, '--where', `supplier=${supplier}`);
    const [share] = await figures('w.muster', 'external_share_hours', ...MARCH, '--where', `supplier=${supplier}`);
    expect([supplier, cost.value, share.numerator ?? 0]).toEqual([supplier, cents, hours]);
  });

  it('of a week that ends in April is April’s for its days there', async () => {
    const april = ['--from', '2025-04', '--to', '2025-04'];
    expect((await figures('w.muster', 'labor_cost', ...april))[0].value).toBe(expected.april.cents);
    expect((await figures('w.muster', 'external_share_hours', ...april))[0].numerator).toBe(expected.april.hours);
  });

  it('goes to the unit that an invoice without a worker names', async () => {
    const byUnit = await figures('w.muster', 'labor_cost', '--where', 'supplier=Place', '--by', 'unit');
    expect(Object.fromEntries(byUnit.map(({ by, value }) => [by['unit'], value]))).toEqual(expected.place_by_unit);
  });

  it('gives the shares of all suppliers together', () => expectMarch('w.muster', expected.march));

  it('has no share of cost where more than 5% of its hours have none', async () => {
    const [figure] = await figures('w.muster', 'external_share_cost', ...MARCH, '--where', 'supplier=Daily', '--where', 'supplier=Blank');
    expect(figure).toMatchObject({ value: null, absence: 'not_measured', missing: ['invoices'] });
  });

  it('counts billed overtime as overtime', async () => {
    const byClass = await figures('w.muster', 'external_share_hours', ...MARCH, '--where', 'supplier=Billed only', '--by', 'pay_class');
    expect(byClass.filter(({ variant }) => variant === 'all')).toMatchObject([{ by: { pay_class: 'overtime' }, numerator: 40, rows: 5 }]);
  });

  it('is the same whichever extract came first', async () => {
    await importInto('other.muster', 'invoices.csv', 'labor.csv');
    await expectMarch('other.muster', expected.march);
    expect((await runCommand(folder, 'check', '--in', 'other.muster')).json).toEqual({ ok: true, findings: [] });
  });

  it('is accrued again when the invoices are undone, and billed again when they come again', async () => {
    await importInto('undone.muster', 'labor.csv', 'invoices.csv');
    await runCommand(folder, 'undo', '--in', 'undone.muster', '--batch', '2');
    await expectMarch('undone.muster', expected.march_without_invoices);
    await importInto('undone.muster', 'invoices.csv');
    await expectMarch('undone.muster', expected.march);
    expect((await runCommand(folder, 'check', '--in', 'undone.muster')).json).toEqual({ ok: true, findings: [] });
  });
});
