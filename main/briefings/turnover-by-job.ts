import type { Figure } from '../contract/figure.ts';
import type { Table } from '../contract/page.ts';
import { dimensionLabel } from '../model/dimensions.ts';
import type { PageContext } from './page.ts';
import { codesAmong } from './people-scope.ts';
import type { PeopleScope } from './people-scope.ts';
import { EMPTY_TABLE, figureCell, numberColumn, textColumn } from './table-columns.ts';

/** As many as leave room for a second chart beneath the table. */
const SHOWN_JOBS = 5;

/** Jobs with most people: whom we hire, and who leaves. */
export function turnoverByJob(context: PageContext, scope: PeopleScope): Table {
  const codes = codesAmong(scope.presences, 'job')
    .slice(0, SHOWN_JOBS)
    .map(({ code }) => code);
  if (codes.length === 0) return EMPTY_TABLE;
  const by = { by: ['job'], ...context.period };
  const [heads, hires, turnover, early] = context.figures([
    { metric: 'headcount', variants: ['employees'], ...by },
    { metric: 'hires', variants: ['all'], ...by },
    { metric: 'turnover_annualized', variants: ['all'], ...by },
    { metric: 'first_year_turnover', variants: ['leavers'], ...by },
  ]);
  const of = (figures: readonly Figure[], code: string) => figures.find((figure) => figure.by['job'] === code);
  return {
    title: 'Jobs with most people',
    subtitle: 'Hires and turnover of the period; first year: of all leavers',
    columns: [
      textColumn('job', dimensionLabel('job')),
      numberColumn('heads', 'Heads', 'count'),
      numberColumn('hires', 'Hires', 'count'),
      numberColumn('turnover', 'Turnover', 'ratio', { bar: true }),
      numberColumn('early', 'In first year', 'share'),
    ],
    rows: codes.map((code) => {
      const label = context.labelOf('job', code);
      const query = (metric: string, variant: string | null) =>
        context.query(metric, variant, context.period, { job: [code] });
      return {
        id: code,
        narrow: { dimension: 'job', code, label },
        remainder: false,
        cells: [
          { text: label },
          figureCell(of(heads, code), query('headcount', 'employees')),
          figureCell(of(hires, code), query('hires', 'all')),
          figureCell(of(turnover, code), query('turnover_annualized', 'all')),
          figureCell(of(early, code), query('first_year_turnover', 'leavers')),
        ],
      };
    }),
  };
}
