import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultFilters } from '../../main/briefings/filter-options.ts';
import { buildPage } from '../../main/briefings/registry.ts';
import type { SurvivalChart } from '../../main/contract/page.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { runCommand } from '../support/commands.ts';
import { testFolder } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { addStaff } from '../support/staffed.ts';
import { openWorkspace } from '../support/workspace.ts';
import { hospital, noise } from '../support/years.ts';

allowForStorage();

const folder = testFolder();
let workspace: Workspace;
let open: SurvivalChart;

beforeAll(async () => {
  workspace = await hospital(folder, 'room', { agencyHours: noise, loads: true });
  await addStaff(folder, workspace);
  open = curvesOn('retention');
  workspace.close();
  await runCommand(folder, 'clean-room', '--in', 'room.muster', '--on');
  workspace = openWorkspace(join(folder, 'room.muster'));
});
afterAll(() => workspace.close());

function curvesOn(page: string, more: Partial<ReturnType<typeof defaultFilters>> = {}): SurvivalChart {
  const filters = { ...defaultFilters(workspace.view()), ...more };
  return buildPage(workspace.view(), { briefing: 'retention', page, filters }).chart as SurvivalChart;
}

describe('the curve on a page of a clean room', () => {
  it('has the points that the command tells within three years, and no numbers at risk', async () => {
    const { json } = await runCommand(folder, 'survival', '--in', 'room.muster');
    const [{ points, atRisk }] = curvesOn('retention').curves;
    expect(points).toHaveLength(3);
    for (const [at, told] of json.curves[0].points.entries())
      expect(points[at]).toEqual({
        time: told.time / (365 / 12),
        survival: told.survival,
        lower: told.lower,
        upper: told.upper,
      });
    expect(new Set(atRisk)).toEqual(new Set([null]));
  });

  it('has far fewer than those of an open workspace', () => {
    for (const { points } of open.curves) expect(points.length).toBeGreaterThan(10);
  });

  it('stays the same whatever the period', () => {
    const [early] = curvesOn('retention', { from: '2025-03', to: '2026-02' }).curves;
    expect(early.points).toEqual(curvesOn('retention').curves[0].points);
  });

  it('is not drawn since a close', () => {
    const chart = curvesOn('post_close');
    expect(chart.curves).toEqual([]);
    expect(chart.subtitle).toBe('Not drawn in a clean room: every step would tell when somebody left');
  });
});
