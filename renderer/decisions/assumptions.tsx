import { useState } from 'react';
import type { AssumptionInfo, Range } from '../../main/contract/decisions.ts';
import { displayText } from '../../main/contract/format.ts';
import { bridge } from '../api.ts';
import controls from '../theme/controls.module.css';
import styles from './assumptions.module.css';
import { rangeText, rangeWords, readRange, unitText } from './range-text.ts';
import { unavailable } from './unavailable.ts';
import { useChange } from './use-change.ts';

/** Every assumption as a range that can be changed, and taken back to the one that stands by itself. */
export function Assumptions({ infos }: { infos: readonly AssumptionInfo[] }) {
  return (
    <ul className={styles.list}>
      {infos.map((info) => (
        <li key={info.assumption}>
          <Assumption info={info} />
        </li>
      ))}
    </ul>
  );
}

function Assumption({ info }: { info: AssumptionInfo }) {
  const inForce = rangeText(info.own ?? info.standard, info);
  const [text, setText] = useState(inForce);
  const { change, isChanging, refusal } = useChange();
  const { range, problem } = readRange(text, info);
  const isTouched = text.low !== inForce.low || text.high !== inForce.high;
  const canSave = range !== null && isTouched && !isChanging;
  const canReset = info.own !== null && !isChanging;
  const title = displayText(info.title);
  const assume = async (to: Range | null) => {
    const next = to ?? info.standard;
    const done = await change(async () => {
      await bridge().api.assume({ assumption: info.assumption, range: to });
      return { text: `${title}: ${rangeWords(next, info)}.` };
    });
    if (done) setText(rangeText(next, info));
  };
  return (
    <form
      className={styles.line}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave) void assume(range);
      }}
    >
      <div>
        <h3 className={styles.title}>{title}</h3>
        <p className={controls.muted}>
          Within {rangeWords({ low: info.least, high: info.most }, info)}; {rangeWords(info.standard, info)} by default
        </p>
      </div>
      <div className={styles.ends}>
        {(['low', 'high'] as const).map((end) => (
          <label key={end} className={styles.end}>
            <span>{end === 'low' ? 'From' : 'To'}</span>
            <input
              className={controls.field}
              inputMode="decimal"
              aria-label={`${title}, ${end} end, ${info.unit === 'share' ? 'per cent' : info.unit}`}
              aria-invalid={problem !== null}
              value={text[end]}
              onChange={(event) => setText({ ...text, [end]: event.target.value })}
            />
          </label>
        ))}
        <span className={controls.muted}>{unitText(info)}</span>
      </div>
      <span className={styles.state} data-own={info.own !== null || undefined}>
        {info.own === null ? 'Default' : 'Changed'}
      </span>
      <div className={controls.actions}>
        <button
          type="button"
          className={controls.button}
          aria-label={`Reset to ${rangeWords(info.standard, info)}: ${title}`}
          {...unavailable(!canReset)}
          onClick={() => canReset && void assume(null)}
        >
          Reset
        </button>
        <button
          type="submit"
          className={canSave ? controls.primary : controls.button}
          aria-label={`Save: ${title}`}
          {...unavailable(!canSave)}
        >
          Save
        </button>
      </div>
      <p className={styles.problem} role="status">
        {refusal ?? problem}
      </p>
    </form>
  );
}
