import { useMutation, useQueryClient } from '@tanstack/react-query';
import { displayText, formatNumber } from '../../main/contract/format.ts';
import type { PayCodeInfo } from '../../main/contract/workspace.ts';
import { bridge, failureOf } from '../api.ts';
import { usePayCodes } from '../queries.ts';
import { useAppStore } from '../shell/store.ts';
import place from '../shell/place.module.css';
import controls from '../theme/controls.module.css';
import section from '../import/section.module.css';
import { payClasses } from './pay-classes.ts';
import styles from './pay-codes.module.css';

/** What each pay code pays for. Codes nobody has classified count as money without hours, and come first. */
export function PayCodes() {
  const codes = usePayCodes();
  const client = useQueryClient();
  const store = useAppStore();
  const map = useMutation({
    mutationFn: (request: { payCode: string; payClass: string | null }) => bridge().api.mapPayCode(request),
    onSuccess: () => client.invalidateQueries(),
    onError: (error) => store.getState().say({ tone: 'failed', text: failureOf(error).message, hint: null }),
  });
  const list = codes.data ?? [];
  if (list.length === 0) return null;
  const unmapped = list.filter((code) => code.payClass === null).length;
  const ordered = [...list].sort(
    (a, b) => Number(a.payClass !== null) - Number(b.payClass !== null) || b.rows - a.rows,
  );
  return (
    <section className={styles.card} aria-labelledby="pay-codes">
      <h2 id="pay-codes" className={place.section}>
        Pay codes
      </h2>
      <p className={controls.muted}>
        {unmapped === 0
          ? 'Every pay code has a class.'
          : `${formatNumber(unmapped)} without a class: their money counts, their hours do not.`}{' '}
        A change applies to every figure at once.
      </p>
      <table className={`${section.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">Pay code</th>
            <th scope="col" data-number>
              Rows
            </th>
            <th scope="col">Class</th>
            <th scope="col">What it means for hours</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((code) => (
            <Row
              key={code.payCode}
              code={code}
              busy={map.isPending}
              onMap={(payClass) => map.mutate({ payCode: code.payCode, payClass })}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ code, busy, onMap }: { code: PayCodeInfo; busy: boolean; onMap: (payClass: string | null) => void }) {
  const name = displayText(code.payCode) || '(blank)';
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-number>{formatNumber(code.rows)}</td>
      <td>
        <select
          className={controls.select}
          aria-label={`Class of pay code ${name}`}
          value={code.payClass ?? ''}
          disabled={busy}
          data-unmapped={code.payClass === null || undefined}
          onChange={(event) => onMap(event.target.value || null)}
        >
          <option value="">not classified</option>
          {code.payClass !== null && !payClasses.some((one) => one.id === code.payClass) && (
            <option value={code.payClass}>{code.payClass}</option>
          )}
          {payClasses.map((one) => (
            <option key={one.id} value={one.id}>
              {one.label}
            </option>
          ))}
        </select>
      </td>
      <td className={styles.meaning}>
        {payClasses.find((one) => one.id === code.payClass)?.hours ??
          (code.payClass === null ? 'left out until it is classified' : '')}
      </td>
    </tr>
  );
}
