import type { PayCodeInfo } from '../contract/workspace.ts';
import type { WorkspaceView } from './view.ts';

/** Pay codes of the workspace with their class and how many rows carry them; unmapped ones first. */
export function payCodeInfos(view: WorkspaceView): PayCodeInfo[] {
  const { cells } = view.rollup;
  const rows = new Map<number, number>();
  for (let i = 0; i < cells.payCode.length; i++)
    rows.set(cells.payCode[i], (rows.get(cells.payCode[i]) ?? 0) + cells.rows.values[i] * cells.rows.scale);
  return view.dictionaries.payCodes
    .map(({ id, code, payClass }) => ({ payCode: code, payClass, rows: rows.get(id) ?? 0 }))
    .filter((info) => info.rows > 0)
    .sort(
      (a, b) =>
        Number(a.payClass !== null) - Number(b.payClass !== null) ||
        b.rows - a.rows ||
        (a.payCode < b.payCode ? -1 : 1),
    );
}
