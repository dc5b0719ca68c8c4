import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { displayText, formatNumber } from '../../main/contract/format.ts';
import type { HarmonisationModel, HarmonisedCode, TargetShare } from '../../main/contract/harmonisation.ts';
import { useInitialFocus } from '../shell/use-initial-focus.ts';
import controls from '../theme/controls.module.css';
import { splitStart, splitTargets, type SplitLine } from './split-lines.ts';
import styles from './split-editor.module.css';
import { nameText } from './words.ts';

type Props = {
  code: HarmonisedCode;
  targets: HarmonisationModel['targets'];
  onSave: (targets: TargetShare[]) => void;
};

/** Parts of one code in per cent, which must make up 100. */
export function SplitEditor({ code, targets, onSave }: Props) {
  const [lines, setLines] = useState<SplitLine[]>(() => splitStart(code));
  const focus = useInitialFocus();
  const change = (at: number, part: Partial<SplitLine>) =>
    setLines(lines.map((line, i) => (i === at ? { ...line, ...part } : line)));
  const { shares, problem } = splitTargets(lines);
  return (
    <form
      className={styles.editor}
      aria-label={`Split ${nameText(code)}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (shares !== null) onSave(shares);
      }}
    >
      {lines.map((line, i) => (
        <div key={i} className={styles.line}>
          <select
            className={controls.select}
            aria-label={`Target ${i + 1}`}
            ref={i === 0 ? focus : undefined}
            value={line.target}
            onChange={(event) => change(i, { target: event.target.value })}
          >
            <option value="">Choose a target</option>
            {targets.map((target) => (
              <option key={target.code} value={target.code}>
                {target.title === null
                  ? displayText(target.code)
                  : `${displayText(target.title)} (${displayText(target.code)})`}
              </option>
            ))}
          </select>
          <label className={styles.share}>
            <span className="visually-hidden">Share {i + 1} in per cent</span>
            <input
              className={controls.field}
              inputMode="decimal"
              value={line.percent}
              onChange={(event) => change(i, { percent: event.target.value })}
            />
            <span aria-hidden="true">%</span>
          </label>
          <button
            type="button"
            className={controls.icon}
            aria-label={`Remove target ${i + 1}`}
            disabled={lines.length <= 2}
            onClick={() => setLines(lines.filter((_, at) => at !== i))}
          >
            <X size={14} aria-hidden="true" />
          </button>
        </div>
      ))}
      <div className={styles.foot}>
        <button
          type="button"
          className={controls.button}
          onClick={() => setLines([...lines, { target: '', percent: '' }])}
        >
          <Plus size={14} aria-hidden="true" /> Another part
        </button>
        <p className={controls.muted} role="status">
          {problem ?? `${formatNumber(lines.length)} parts make up 100%.`}
        </p>
        <button type="submit" className={controls.primary} disabled={shares === null}>
          Save split
        </button>
      </div>
    </form>
  );
}
