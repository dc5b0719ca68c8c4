import { SYNERGY_ABSENCES } from '../../main/contract/decisions.ts';
import type { MeasuredSynergy, SynergyLedger } from '../../main/contract/decisions.ts';
import { displayText, formatNumber, formatValue } from '../../main/contract/format.ts';
import section from '../import/section.module.css';
import { useFilterOptions } from '../queries.ts';
import { ScrollRegion } from '../shell/scroll-region.tsx';
import controls from '../theme/controls.module.css';
import styles from './synergy-table.module.css';
import tables from './tables.module.css';
import { evidenceText, numbersText, savingTexts, signalText } from './words.ts';

type Props = {
  ledger: SynergyLedger;
  onAmend: (one: MeasuredSynergy) => void;
  onStrike: (one: MeasuredSynergy) => void;
};

/** What was promised, beside what its metric shows. */
export function SynergyTable({ ledger, onAmend, onStrike }: Props) {
  const { synergies, total } = ledger;
  const money = (value: number | null, absence: string) =>
    value === null ? absence : formatValue(value, 'money', { currency: total.currency });
  const unmeasured = synergies.filter(({ absence }) => absence !== null).length;
  const doubled = synergies.filter(({ overlaps }) => overlaps.length > 0).length;
  return (
    <>
      {doubled > 0 && (
        <p className={styles.warning}>
          {formatNumber(doubled)} entries count the same saving as another: same metric, filters that meet. The total
          counts the largest of them once.
        </p>
      )}
      {unmeasured > 0 && (
        <p className={controls.muted}>
          The measured totals leave out {formatNumber(unmeasured)} of {formatNumber(synergies.length)} entries, which
          are not measured.
        </p>
      )}
      <ScrollRegion className={section.scroll} label="Synergy ledger, table">
        <table className={`${section.table} ${tables.table} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col" data-number>
                No.
              </th>
              <th scope="col">Synergy and evidence</th>
              <th scope="col">Owner and wave</th>
              <th scope="col" data-number>
                Planned a year
              </th>
              <th scope="col" data-number>
                Run rate
              </th>
              <th scope="col" data-number>
                This year
              </th>
              <th scope="col" data-number>
                Since it began
              </th>
              <th scope="col" data-number>
                One-off
              </th>
              <th scope="col">
                <span className="visually-hidden">Change or strike out</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {synergies.map((one) => (
              <Entry key={one.synergy.id} one={one} ledger={ledger} onAmend={onAmend} onStrike={onStrike} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                All money, each saving once
              </th>
              <td data-number>{money(total.planned, '–')}</td>
              <td data-number>{money(total.runRate, 'not measured')}</td>
              <td data-number>{money(total.inYear, 'not measured')}</td>
              <td data-number>{money(total.realised, 'not measured')}</td>
              <td data-number>{money(total.oneOff, '–')}</td>
              <td className={styles.count}>
                {formatNumber(synergies.length)} {synergies.length === 1 ? 'entry' : 'entries'}
              </td>
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
    </>
  );
}

function Entry({ one, ledger, onAmend, onStrike }: Props & { one: MeasuredSynergy }) {
  const dimensions = useFilterOptions().data?.dimensions ?? [];
  const { synergy, unit, currency, overlaps, absence } = one;
  const title = displayText(synergy.title);
  const signal = signalText(one);
  const savings = savingTexts(one);
  return (
    <tr>
      <td data-number>{formatNumber(synergy.id)}</td>
      <th scope="row">
        {title}
        <span className={tables.beneath}>{evidenceText(synergy, ledger.metrics, dimensions)}</span>
        {signal !== null && <span className={tables.beneath}>{signal}</span>}
        {overlaps.length > 0 && (
          <span className={`${tables.beneath} ${styles.overlap}`}>
            Counts the same saving as {numbersText(overlaps)}
          </span>
        )}
      </th>
      <td>
        {displayText(synergy.owner)}
        <span className={tables.beneath}>{synergy.wave === null ? 'no wave' : displayText(synergy.wave)}</span>
      </td>
      <td data-number>{formatValue(synergy.planned, unit, { currency })}</td>
      {absence === null ? (
        <>
          <td data-number>{savings.runRate}</td>
          <td data-number>{savings.inYear}</td>
          <td data-number>{savings.realised}</td>
        </>
      ) : (
        <td colSpan={3} className={styles.absent}>
          {SYNERGY_ABSENCES[absence]}
        </td>
      )}
      <td data-number>{formatValue(synergy.oneOff, 'money', { currency: currency ?? ledger.total.currency })}</td>
      <td>
        <div className={tables.buttons}>
          <button
            type="button"
            className={controls.button}
            aria-label={`Change synergy ${synergy.id}: ${title}`}
            onClick={() => onAmend(one)}
          >
            Change…
          </button>
          <button
            type="button"
            className={controls.button}
            aria-label={`Strike out synergy ${synergy.id}: ${title}`}
            onClick={() => onStrike(one)}
          >
            Strike out…
          </button>
        </div>
      </td>
    </tr>
  );
}
