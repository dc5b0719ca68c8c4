import { expect, it } from 'vitest';
import { runCommand } from '../../support/commands.ts';
import { csv, testFolder, writeInto } from '../../support/folder.ts';
import { allowForStorage } from '../../support/patience.ts';

allowForStorage();

const hours = (entity: string, unit: string, type: string, payCode: string) =>
  `"${entity} ${unit}",2025-03-03,${entity},${entity},"${unit}",RN,${type},${payCode},8`;
const shift = (entity: string, unit: string, length: number) =>
  `${entity},${entity},"${unit}",RN,2025-03-03,Day,${length},5`;

const EXTRACTS: Record<string, string> = {
  'entities.csv': csv('entity_id,name,parent', 'West,West,', 'East,East,West'),
  'labor.csv': csv(
    'worker_id,work_date,entity,site,unit,job_code,worker_type,pay_code,hours',
    hours('West', 'Emergency, Main', 'float_pool', 'regular'),
    hours('West', 'ICU, Main', 'float_pool', 'regular'),
    hours('East', 'ED', 'per_diem', 'ZZ1'),
    hours('East', 'ED', 'agency', 'regular'),
  ),
  // In emergency units both work eight hours; only the model has an intensive care unit, with twelve.
  'shifts.csv': csv(
    'entity,site,unit,job_code,shift_date,shift_label,shift_hours,scheduled',
    shift('West', 'Emergency, Main', 8),
    shift('West', 'ICU, Main', 12),
    shift('East', 'ED', 8),
  ),
};

async function valueOf(dimension: string, ...mapped: string[]): Promise<number> {
  const folder = testFolder();
  const crosswalk = csv('domain,entity,job_code,target_job_code', 'job,East,RN,RN', ...mapped);
  const files = Object.entries({ ...EXTRACTS, 'crosswalk.csv': crosswalk });
  const written = files.map(([name, text]) => writeInto(folder, name, text));
  await runCommand(folder, 'import', ...written, '--into', 'w.muster');
  const { json } = await runCommand(folder, 'alignment', '--in', 'w.muster', '--entity', 'East');
  return json.dimensions.find((one: { dimension: string }) => one.dimension === dimension).value;
}

it('compares worker types as what they are mapped to, and hours by the class of what their pay code is mapped to', async () => {
  // Hours under a code without a class are nobody's: all known hours of East are of an agency.
  expect(await valueOf('mix_distance')).toBe(1);
  const worked = 'pay_code,East,ZZ1,regular';
  expect(await valueOf('mix_distance', worked)).toBe(1);
  // Halves of float pool and agency against float pool alone: base 2, the divergence is (1.5·log 4/3 + 0.5)/2.
  const divergence = (0.5 * Math.log2(0.5 / 0.75) + 0.5 * Math.log2(2) + Math.log2(1 / 0.75)) / 2;
  expect(await valueOf('mix_distance', worked, 'worker_type,East,per_diem,float_pool')).toBeCloseTo(
    Math.sqrt(divergence),
    12,
  );
});

it('compares shifts of a unit with those of the line that it is mapped to', async () => {
  // By job alone half of the model’s shifts are of twelve hours.
  expect(await valueOf('scheduling')).toBeGreaterThan(0.2);
  expect(await valueOf('scheduling', 'unit,East,ED,Emergency')).toBe(0);
});
