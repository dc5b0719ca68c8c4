import { formatMonth, formatPeriod } from '../../main/contract/format.ts';
import type { FilterOptions } from '../../main/contract/page.ts';
import { useApp } from '../shell/store.ts';
import controls from '../theme/controls.module.css';
import { Chip } from './chip.tsx';
import { monthsBetween, periodOffers } from './months.ts';
import styles from './filters.module.css';

/** From month to month; the usual periods are one click away. */
export function PeriodChip({ options }: { options: FilterOptions }) {
  const period = useApp((state) => state.period);
  const setPeriod = useApp((state) => state.setPeriod);
  if (period === null) return null;
  const months = monthsBetween(options.firstMonth, options.lastMonth);
  return (
    <Chip name="Period" value={formatPeriod(period.from, period.to)}>
      <div className={styles.period}>
        <ul className={styles.offers} aria-label="Usual periods">
          {periodOffers(options.firstMonth, options.lastMonth).map((offer) => (
            <li key={offer.label}>
              <button
                type="button"
                className={styles.offer}
                aria-pressed={offer.from === period.from && offer.to === period.to}
                onClick={() => setPeriod({ from: offer.from, to: offer.to })}
              >
                {offer.label}
                <span className={styles.hint}>{formatPeriod(offer.from, offer.to)}</span>
              </button>
            </li>
          ))}
        </ul>
        <div className={styles.range}>
          <MonthSelect
            label="From"
            value={period.from}
            months={months.filter((month) => month <= period.to)}
            onChange={(from) => setPeriod({ from })}
          />
          <MonthSelect
            label="To"
            value={period.to}
            months={months.filter((month) => month >= period.from)}
            onChange={(to) => setPeriod({ to })}
          />
        </div>
      </div>
    </Chip>
  );
}

function MonthSelect(props: { label: string; value: string; months: string[]; onChange: (month: string) => void }) {
  return (
    <label className={styles.month}>
      <span className={controls.muted}>{props.label}</span>
      <select className={controls.select} value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {props.months.map((month) => (
          <option key={month} value={month}>
            {formatMonth(month)}
          </option>
        ))}
      </select>
    </label>
  );
}
