/** What the benchmark reaches of the program; bundled by build.ts, because plain Node knows no `import.meta.glob`. */
import { MONTH_BASE } from '../main/facts/cells.ts';
import { openWorkspaceFile } from '../electron/compose.ts';

export { openWorkspaceApp } from '../electron/compose.ts';
export { kaplanMeier } from '../main/stats/kaplan-meier.ts';
export { riskTables } from '../main/stats/risk-tables.ts';

/** Opening parses nothing: a reader would be a fault. */
export function launchNoReader(): never {
  throw new Error('The benchmark reads no extract in this process.');
}

/** Distinct workers by month (`YYYY-MM`) and in all, as the workspace stores them. */
export function countWorkers(path: string): Map<string, number> {
  const { workspace } = openWorkspaceFile({
    path,
    mode: 'read',
    sqliteBinding: null,
    launchReader: launchNoReader,
    report: () => undefined,
  });
  const { worker, month } = workspace.view().rollup.workerMonths;
  const seen = new Map<string, Set<number>>([['all', new Set()]]);
  for (let i = 0; i < month.length; i++) {
    const number = month[i] + MONTH_BASE;
    const label = `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
    let workers = seen.get(label);
    if (!workers) seen.set(label, (workers = new Set()));
    workers.add(worker.values[i]);
    seen.get('all')!.add(worker.values[i]);
  }
  workspace.close();
  return new Map([...seen].map(([label, workers]) => [label, workers.size]));
}
