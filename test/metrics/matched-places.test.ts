import { beforeAll, describe, expect, it } from 'vitest';
import { laborCells } from '../../main/metrics/labor-cells.ts';
import { matchExternalHours } from '../../main/metrics/matched-hours.ts';
import { matchPlaces } from '../../main/metrics/matched-places.ts';
import type { Basis, MatchedCell } from '../../main/metrics/place-months.ts';
import type { WorkspaceView } from '../../main/workspace/view.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
const TYPES = ['employee_full_time', 'employee_part_time', 'agency', 'per_diem', 'vendor', 'locum', 'digital_worker'];
const PAY = ['regular', 'overtime', 'differential', 'paid_leave', 'call_back', 'ZB1'];
const MARCH = 2025 * 12 + 2;
let view: WorkspaceView;

/** Every kind of line: blank costs, vendor money without hours, unmapped pay codes, two sites and three jobs. */
function line(i: number): string {
  const type = TYPES[(i * 5) % TYPES.length];
  const hours = type === 'vendor' && i % 3 === 0 ? '' : String(1 + (i % 9));
  const cost = i % 11 === 0 && hours !== '' ? '' : `${50 + (i % 89)}.${10 + (i % 80)}`;
  const day = `20${24 + (Math.floor(i / 63) % 2)}-0${1 + (i % 9)}-1${i % 7}`;
  return `W${i % 60},${day},${PAY[(i * 7) % PAY.length]},${hours},${cost},USD,Hill,S${i % 2},U${i % 4},J${i % 3},${type}`;
}

beforeAll(async () => {
  const workspace = openWorkspace(`${folder}/places.muster`);
  const labor = 'worker_id,work_date,pay_code,hours,cost,currency,entity,site,unit,job_code,worker_type';
  const text = csv(labor, ...Array.from({ length: 4_000 }, (_, i) => line(i)));
  await importFile(workspace, writeInto(folder, 'labor.csv', text));
  const loads = csv('entity,valid_from,fixed_load,variable_load', 'Hill,2024-01-01,0.12,0.08');
  await importFile(workspace, writeInto(folder, 'loads.csv', loads));
  view = workspace.view();
});

const sorted = (cells: readonly MatchedCell[]) =>
  cells
    .map((cell) => ({ ...cell }))
    .sort((a, b) => a.hours - b.hours || a.billed - b.billed || (a.rate ?? 0) - (b.rate ?? 0));

describe('external hours matched straight from the cube', () => {
  it.each<Basis>(['base', 'loaded', 'overtime'])(
    'equal those matched from cells on the %s basis, by unit and under a filter',
    (basis) => {
      const period = { first: MARCH, last: MARCH + 3 };
      const request = { by: ['unit'], where: { worker_class: ['internal', 'external'] } };
      const ranges = Array.from({ length: 15 }, (_, i) => ({ first: MARCH - 11 + i, last: MARCH - 11 + i }));
      const [groups] = laborCells(view, [{ ...request, ranges, matchOn: ['job', 'site', 'month'] }]);
      const match = matchPlaces(view, request);
      expect(groups.length).toBe(4);
      for (const group of groups) {
        const cells = sorted(matchExternalHours(group.ranges.flat(), period, basis));
        const places = sorted(match(group.codes, period, basis));
        expect(places.map(({ hours, billed, assumed }) => ({ hours, billed, assumed }))).toEqual(
          cells.map(({ hours, billed, assumed }) => ({ hours, billed, assumed })),
        );
        expect(cells.length).toBeGreaterThan(0);
        places.forEach(({ rate }, i) =>
          rate === null ? expect(cells[i].rate).toBeNull() : expect(rate).toBeCloseTo(cells[i].rate!, 12),
        );
      }
    },
  );
});
