import { displayText, formatValue } from '../../main/contract/format.ts';
import type { Kpi } from '../../main/contract/page.ts';
import { absenceInWords } from '../../main/contract/absence.ts';
import { useAppStore } from '../shell/store.ts';
import styles from './kpi-row.module.css';
import { splitChange } from '../../main/contract/paper/split-change.ts';

/** The headline figures; each opens its definition and the rows beneath it. */
export function KpiRow({ kpis }: { kpis: Kpi[] }) {
  const store = useAppStore();
  return (
    <ul className={styles.row} aria-label="Headline figures">
      {kpis.map((kpi) => (
        <li key={kpi.id} className={styles.item}>
          <button
            type="button"
            className={styles.card}
            onClick={() =>
              store.getState().openPanel({
                title: kpi.label,
                metric: kpi.figure.metric,
                figure: kpi.figure,
                query: kpi.query,
                note: null,
              })
            }
          >
            <KpiText kpi={kpi} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function KpiText({ kpi }: { kpi: Kpi }) {
  const { figure, change, detail } = kpi;
  const parts = change && splitChange(change.text);
  return (
    <>
      <span className={styles.label}>{displayText(kpi.label)}</span>
      <span className={`${styles.value} number`} data-absent={figure.value === null || undefined}>
        {formatValue(figure.value, figure.unit, { currency: figure.currency })}
      </span>
      <span className={`${styles.detail} number`}>
        {parts && (
          <>
            <strong data-tone={change.tone}>{displayText(parts.amount)}</strong>
            {displayText(parts.rest)}
          </>
        )}
        {parts && detail && ' · '}
        {detail ? displayText(detail) : figure.value === null && absenceInWords(figure)}
      </span>
    </>
  );
}
