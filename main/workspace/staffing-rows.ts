import { packedValue } from '../facts/packed.ts';
import { RowStatus } from '../facts/row-status.ts';
import { UNITS_PER_HOUR } from '../facts/scales.ts';
import { decodeStaffingChunk } from '../facts/staffing-chunk.ts';
import type { StaffingChunk } from '../facts/staffing-chunk.ts';
import { formatIsoDay } from '../model/civil-day.ts';
import { dayTest, lineTest } from './row-page.ts';
import type { Row, Scope } from './row-page.ts';

/** Aggregate staffing records under a figure; tells whether there are any. */
export function collectStaffing({ view, metric, query, window, files, collector }: Scope): boolean {
  const { store, dictionaries } = view;
  const wanted = lineTest(view, metric, query);
  const counts = dayTest(view, window);
  const mask = view.dimensions.mask(query.where);
  let any = false;
  for (const info of store.chunks('staffing', window)) {
    const chunk = decodeStaffingChunk(store.chunkData(info.id));
    const statuses = store.chunkStatuses(info.id);
    const sides = new Map<string, { internal: boolean; external: boolean }>();
    for (let row = 0; row < chunk.rows; row++) {
      if (statuses !== null && statuses[row] !== RowStatus.effective) continue;
      const day = chunk.day.values[row] * chunk.day.scale;
      const place = chunk.place.values[row] * chunk.place.scale;
      if (!counts(place, { firstDay: day, lastDay: day })) continue;
      const jobs = chunk.job ? [chunk.jobs[chunk.job.values[row] * chunk.job.scale]] : chunk.jobs;
      const kept = jobs.map((job) => {
        const key = `${place} ${job}`;
        let side = sides.get(key);
        if (!side) {
          const test = (workerClass: 'internal' | 'external') => {
            const tuple = dictionaries.staffingTupleId(place, job, workerClass);
            return mask[tuple] === 1 && wanted(tuple, 0);
          };
          sides.set(key, (side = { internal: test('internal'), external: test('external') }));
        }
        return side;
      });
      if (!kept.some((side) => side.internal || side.external)) continue;
      any = true;
      collector.add(() =>
        staffingRow(chunk, row, {
          kept,
          jobs,
          codes: dictionaries.tuples.at(place),
          origin: { batch: info.batch, file: files.get(info.batch)! },
        }),
      );
    }
  }
  return any;
}

type StaffingParts = {
  kept: { internal: boolean; external: boolean }[];
  jobs: string[];
  codes: Readonly<Record<string, string>>;
  origin: { batch: number; file: string };
};

/** One source record; its hours are those of the jobs and classes that the figure counts. */
function staffingRow(chunk: StaffingChunk, row: number, { kept, jobs, codes, origin }: StaffingParts): Row {
  const sum = (side: 'internal' | 'external') => {
    let hours = 0;
    kept.forEach((keep, i) => {
      const value = packedValue(chunk.pairs[chunk.job ? 0 : i][side], row);
      if (keep[side] && !Number.isNaN(value)) hours += value;
    });
    return hours / UNITS_PER_HOUR;
  };
  const counted = jobs.filter((_, i) => kept[i].internal || kept[i].external);
  const census = packedValue(chunk.census, row);
  return {
    ...origin,
    line: chunk.line.values[row] * chunk.line.scale,
    entity: null,
    site: null,
    ...codes,
    job_code: counted.join(' '),
    work_date: formatIsoDay(chunk.day.values[row] * chunk.day.scale),
    internal_hours: sum('internal'),
    external_hours: sum('external'),
    census: Number.isNaN(census) ? null : census / UNITS_PER_HOUR,
  };
}
