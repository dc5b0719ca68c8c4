import { join } from 'node:path';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { csv, writeInto } from './folder.ts';
import { importFile, openWorkspace } from './workspace.ts';

const UNITS = { ICU: 8, ED: 7, Hospice: 2 };
const MONTHS = 30;

/**
 * A hospital over thirty months to June 2026: own nurses and agency nurses in three units, of which one is small. The
 * agency’s hours are those of `agencyHours` each month, its price that of `price`.
 */
export async function hospital(
  folder: string,
  name: string,
  story: { agencyHours: (month: number) => number; price?: (month: number) => number; loads?: boolean },
): Promise<Workspace> {
  const workspace = openWorkspace(join(folder, `${name}.muster`));
  const lines: string[] = [];
  for (let month = 0; month < MONTHS; month++) {
    const first = new Date(Date.UTC(2024, month, 1)).toISOString().slice(0, 10);
    const last = new Date(Date.UTC(2024, month + 1, 0)).toISOString().slice(0, 10);
    for (const [unit, people] of Object.entries(UNITS)) {
      for (let i = 0; i < people; i++) {
        lines.push(
          `${unit}${i},${first},${last},regular,150,${(6_000 + 10 * i).toFixed(2)},USD,Hill,Main,${unit},RN,employee_full_time,`,
        );
        const hours = story.agencyHours(month);
        lines.push(
          `A${unit}${i},${first},${last},regular,${hours},${(hours * (story.price?.(month) ?? 90)).toFixed(2)},USD,Hill,Main,${unit},RN,agency,Crest`,
        );
      }
      lines.push(`${unit}0,${last},${last},overtime,8,480.00,USD,Hill,Main,${unit},RN,employee_full_time,`);
    }
  }
  const header =
    'worker_id,period_start,work_date,pay_code,hours,cost,currency,entity,site,unit,job_code,worker_type,supplier';
  await importFile(workspace, writeInto(folder, `${name}.csv`, csv(header, ...lines)));
  if (story.loads)
    await importFile(
      workspace,
      writeInto(
        folder,
        `${name}-loads.csv`,
        csv('entity,job_family,valid_from,fixed_load,variable_load', 'Hill,RN,2024-01-01,0.12,0.08'),
      ),
    );
  return workspace;
}

/** Up and down without any change: the tenths are those of a table of random digits. */
export const noise = (month: number): number => 30 + [3, 9, 1, 6, 8, 2, 7, 4, 5, 0, 6, 3, 8, 1, 7][month % 15] / 2;
