import { useQuery } from '@tanstack/react-query';
import { formatNumber } from '../../main/contract/format.ts';
import type { FigureQuery } from '../../main/contract/figure.ts';
import { bridge, failureOf } from '../api.ts';
import { PagedGrid } from '../grid/paged-grid.tsx';
import controls from '../theme/controls.module.css';
import styles from './figure-rows.module.css';
import { rowColumns } from './row-columns.ts';

/** The rows beneath a figure, each with the file and line it came from. */
export function FigureRows({ query }: { query: FigureQuery }) {
  // One row tells how many there are and which columns they have; the grid asks for the rest as it is scrolled.
  const first = useQuery({
    queryKey: ['rows', query, 'shape'],
    queryFn: () => bridge().api.rows({ query, offset: 0, limit: 1 }),
  });
  return (
    <section className={styles.rows} aria-label="Rows beneath the figure">
      <h3 className={styles.heading}>
        Rows beneath it {first.data && <span className={controls.muted}>{formatNumber(first.data.total)}</span>}
      </h3>
      {first.isPending && <p className={controls.muted}>Reading rows…</p>}
      {first.isError && <p className={controls.muted}>{failureOf(first.error).message}</p>}
      {first.data?.total === 0 && <p className={controls.muted}>No rows in this scope.</p>}
      {first.data && first.data.total > 0 && (
        <PagedGrid
          label="Rows beneath the figure"
          total={first.data.total}
          columns={rowColumns(first.data.columns)}
          source={['rows', query]}
          load={async (offset, limit) => (await bridge().api.rows({ query, offset, limit })).rows}
        />
      )}
    </section>
  );
}
