import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultFilters } from '../../main/briefings/filter-options.ts';
import { buildPage } from '../../main/briefings/registry.ts';
import type { PairsChart } from '../../main/contract/page.ts';
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

beforeAll(async () => {
  workspace = await hospital(folder, 'room', { agencyHours: noise, loads: true });
  await addStaff(folder, workspace);
  workspace.close();
  await runCommand(folder, 'clean-room', '--in', 'room.muster', '--on');
  workspace = openWorkspace(join(folder, 'room.muster'));
});
afterAll(() => workspace.close());

function chartOf(page: string, more: Partial<ReturnType<typeof defaultFilters>> = {}): PairsChart {
  const filters = { ...defaultFilters(workspace.view()), ...more };
  return buildPage(workspace.view(), { briefing: 'retention', page, filters }).chart as PairsChart;
}

describe('survival on a page of a clean room', () => {
  it('has bars in place of curves, for the points that the command tells', async () => {
    const { json } = await runCommand(folder, 'survival', '--in', 'room.muster');
    const { kind, bars } = chartOf('retention');
    expect(kind).toBe('pairs');
    expect(json.curves[0].points).toHaveLength(3);
    expect(bars.map(({ values }) => values)).toEqual(
      json.curves[0].points.map(({ survival }: { survival: number }) => [survival]),
    );
    expect(bars[0].label).toBe('After 7 months (72–82%)');
  });

  it('stays the same whatever the period', () => {
    const valuesOf = ({ bars }: PairsChart) => bars.map(({ label, values }) => [label, values]);
    expect(valuesOf(chartOf('retention', { from: '2025-03', to: '2026-02' }))).toEqual(valuesOf(chartOf('retention')));
  });

  it('is told by means since a close, whose difference is the figure beside them', () => {
    const { bars } = chartOf('post_close');
    const [acquired, hired] = bars.map(({ values }) => values[0]!);
    const page = buildPage(workspace.view(), {
      briefing: 'retention',
      page: 'post_close',
      filters: defaultFilters(workspace.view()),
    });
    expect(acquired - hired).toBeCloseTo(page.kpis[0].figure.value!, 9);
  });
});
