import { MONTH_BASE } from '../facts/cells.ts';
import type { DimensionColumn } from '../facts/tuple-table.ts';
import { monthOfDay } from '../model/civil-day.ts';
import type { Store } from '../ports/store.ts';
import { effectiveRows } from './effective-rows.ts';

export type Volume = { site: string; unit: string | null; month: number; measure: string; value: number };

export function volumesOf(store: Store): Volume[] {
  return effectiveRows(store, 'volumes').map((row) => ({
    site: row.text('site')!,
    unit: row.text('unit'),
    month: monthOfDay(row.number('date')!),
    measure: row.text('measure')!,
    value: row.number('value')!,
  }));
}

/** Volumes of a site from the first month on in which labour of an entity that works there counts. */
export function ownedVolumes(volumes: readonly Volume[], sites: DimensionColumn, firstMonths: Uint16Array): Volume[] {
  const ofSite = new Map<string, number>();
  sites.ofTuple.forEach((site, tuple) => {
    const code = sites.codes[site];
    ofSite.set(code, Math.min(ofSite.get(code) ?? Infinity, firstMonths[tuple]));
  });
  return volumes.filter(({ site, month }) => month - MONTH_BASE >= (ofSite.get(site) ?? 0));
}
