import type { DuckDb } from '../peers/duckdb.ts';
import type { Report } from '../result.ts';

/** Measure 16, the part on people: distinct workers in every month and in all. */
export async function compareWorkers(ours: ReadonlyMap<string, number>, duck: DuckDb): Promise<Report> {
  const rows = await duck.rows(
    "select coalesce(strftime(work_date, '%Y-%m'), 'all'), count(distinct worker_id) from labor group by grouping sets ((strftime(work_date, '%Y-%m')), ())",
  );
  const peer = new Map(rows.map(([month, count]) => [String(month), Number(count)]));
  const labels = [...new Set([...ours.keys(), ...peer.keys()])].sort();
  return {
    results: [],
    checks: labels.map((label) => ({
      what: `distinct workers, ${label}`,
      ours: String(ours.get(label)),
      peer: String(peer.get(label)),
      equal: ours.get(label) === peer.get(label),
    })),
    notes: [],
  };
}
