import { splitChange } from '../../main/contract/paper/split-change.ts';
import { displayText, formatValue } from '../../main/contract/format.ts';
import type { Kpi } from '../../main/contract/page.ts';
import { absenceInWords } from '../../main/contract/absence.ts';
import styles from './kpi-line.module.css';

/** The headline figures in one line under the title. */
export function KpiLine({ kpis }: { kpis: Kpi[] }) {
  if (kpis.length === 0) return null;
  return (
    <dl className={`${styles.line} number`}>
      {kpis.map(({ id, label, figure, change, detail }) => {
        const parts = change && splitChange(change.text);
        return (
          <div key={id} className={styles.kpi}>
            <dt className={styles.label}>{displayText(label)}</dt>
            <dd className={styles.value} data-absent={figure.value === null || undefined}>
              {formatValue(figure.value, figure.unit, { currency: figure.currency })}
            </dd>
            <dd className={styles.detail}>
              {parts && (
                <>
                  <strong data-tone={change.tone}>{displayText(parts.amount)}</strong>
                  {displayText(parts.rest)}
                </>
              )}
              {parts && detail && ' · '}
              {detail ? displayText(detail) : figure.value === null && absenceInWords(figure)}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
