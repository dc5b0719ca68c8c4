import { displayText, formatDay, formatNumber } from '../../main/contract/format.ts';
import type { PageModel, SourceStrip as SourceModel } from '../../main/contract/page.ts';
import { useAppStore } from '../shell/store.ts';
import styles from './source-strip.module.css';

/** Where the page's figures come from: day, rows, tie-out, definitions. Rows and definitions open. */
export function SourceStrip({ source, model }: { source: SourceModel; model: PageModel }) {
  const store = useAppStore();
  const kpi = model.kpis[0];
  const rows = `${formatNumber(source.rows)} rows`;
  const openRows = (): void => {
    if (kpi)
      store
        .getState()
        .openPanel({ title: kpi.label, metric: kpi.figure.metric, figure: kpi.figure, query: kpi.query, note: null });
  };
  return (
    <footer className={`${styles.strip} number`} aria-label="Sources">
      {source.asOf && <span>As of {formatDay(source.asOf)}</span>}
      <span>
        {kpi ? (
          <button type="button" onClick={openRows}>
            {rows}
          </button>
        ) : (
          rows
        )}
        , {formatNumber(source.quarantined)} quarantined
      </span>
      {source.structure && <span>{displayText(source.structure)}</span>}
      {source.tieOut && <span>{displayText(source.tieOut)}</span>}
      {source.definitions.length > 0 && (
        <span>
          Definitions:{' '}
          {source.definitions.map((metric, index) => (
            <span key={metric}>
              {index > 0 && ', '}
              <button
                type="button"
                onClick={() =>
                  store.getState().openPanel({ title: metric, metric, figure: null, query: null, note: null })
                }
              >
                {metric}
              </button>
            </span>
          ))}
        </span>
      )}
    </footer>
  );
}
