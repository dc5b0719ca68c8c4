import type { FilterOptions, PageFilters } from '../contract/page.ts';
import { dimensionLabel, UNKNOWN_CODE } from '../model/dimensions.ts';
import { formatIsoMonth } from '../model/civil-day.ts';
import { codeSizes } from './code-sizes.ts';
import { PageContext } from './page.ts';
import { coveredMonths, lastCoveredDay } from '../workforce/coverage.ts';
import { structureOptions } from './structure-words.ts';
import type { WorkspaceView } from '../workspace/view.ts';

const OFFERED = ['owner', 'entity', 'site', 'unit', 'job', 'worker_type'];
/** Months that a briefing opens with. */
const OPENING_MONTHS = 12;

/** What the filter bar offers and what a briefing opens with: the last twelve complete months against the prior year. */
export function filterOptions(view: WorkspaceView): FilterOptions {
  const months = coveredMonths(view);
  const defaults = defaultFilters(view);
  if (!months) return { firstMonth: defaults.from, lastMonth: defaults.to, defaults, dimensions: [], structures: [] };
  return {
    firstMonth: formatIsoMonth(months.first),
    lastMonth: formatIsoMonth(months.last),
    defaults,
    dimensions: OFFERED.filter((id) => view.dimensions.ids().includes(id))
      .map((id) => ({ id, label: dimensionLabel(id), values: valuesOf(view, id, months) }))
      .filter(({ values }) => values.length > 0),
    structures: structureOptions(view),
  };
}

function valuesOf(view: WorkspaceView, dimension: string, months: { first: number; last: number }) {
  const labels = new PageContext(view, defaultFilters(view));
  return codeSizes(view, dimension, months)
    .filter(({ code }) => code !== UNKNOWN_CODE)
    .map(({ code }) => ({ code, label: labels.labelOf(dimension, code) }));
}

/** An empty workspace has no months; any month stands in, and every figure says that there is no data. */
export function defaultFilters(view: WorkspaceView): PageFilters {
  const months = coveredMonths(view) ?? { first: 2000 * 12, last: 2000 * 12 };
  const coverage = lastCoveredDay(view);
  const probe = new PageContext(view, {
    from: formatIsoMonth(months.last),
    to: formatIsoMonth(months.last),
    comparison: 'none',
    where: {},
  });
  const last =
    coverage !== null && !probe.isComplete(months.last) && months.last > months.first ? months.last - 1 : months.last;
  const from = Math.max(months.first, last - OPENING_MONTHS + 1);
  return { from: formatIsoMonth(from), to: formatIsoMonth(last), comparison: 'prior_year', where: {} };
}
