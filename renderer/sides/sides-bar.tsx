import { ArrowLeftRight, X } from 'lucide-react';
import { displayText, formatNumber } from '../../main/contract/format.ts';
import type { Comparable, PageSides } from '../../main/contract/page.ts';
import { useComparables } from '../queries.ts';
import { useApp, useAppStore } from '../shell/store.ts';
import controls from '../theme/controls.module.css';
import { placed, swapped, withOthers } from './side-order.ts';
import { SidePicker } from './side-picker.tsx';
import styles from './sides-bar.module.css';

/** Fewer than two cannot be compared. */
const FEWEST = 2;

/** Whom the page holds against whom; each is changed where it stands. */
export function SidesBar({ sides }: { sides: PageSides }) {
  const comparables = useComparables();
  const stored = useApp((state) => state.sides);
  const isChoosing = useApp((state) => state.choosingSides);
  const store = useAppStore();
  const codes = sides.chosen.map(({ code }) => code);
  const choices = (comparables.data ?? []).map(choosable);
  const set = (changed: string[]): void => store.getState().setSides(withOthers(changed, stored ?? [], sides.most));
  const places = Math.max(FEWEST, codes.length);
  return (
    <div className={styles.bar} role="group" aria-label="Who is compared">
      {Array.from({ length: places }, (_, at) => (
        <span key={at} className={styles.place}>
          <span className={controls.muted}>{WORDS[at] ?? 'and'}</span>
          <SidePicker
            label={LABELS[at] ?? 'Beside them'}
            value={sides.chosen.at(at)?.name ?? null}
            choices={choices}
            onChoose={(code) => set(placed(codes, at, code))}
            opens={at === 0 ? { isOpen: isChoosing, onClose: () => store.getState().chooseSides(false) } : undefined}
          />
          {places > FEWEST && (
            <button
              type="button"
              className={controls.icon}
              aria-label={`Take out ${displayText(sides.chosen[at].name)}`}
              onClick={() => set(codes.filter((_code, other) => other !== at))}
            >
              <X size={13} aria-hidden="true" />
            </button>
          )}
        </span>
      ))}
      {codes.length === FEWEST && (
        <button
          type="button"
          className={controls.icon}
          aria-label="Exchange the two"
          title="Exchange the two"
          onClick={() => set(swapped(codes))}
        >
          <ArrowLeftRight size={15} aria-hidden="true" />
        </button>
      )}
      {codes.length >= FEWEST && codes.length < sides.most && (
        <SidePicker
          label="One more beside them"
          value=""
          text="Add…"
          choices={choices.filter(({ code }) => !codes.includes(code))}
          onChoose={(code) => set([...codes, code])}
        />
      )}
      {stored !== null && (
        <button type="button" className={controls.link} onClick={() => store.getState().setSides(null)}>
          Reset
        </button>
      )}
    </div>
  );
}

const WORDS = ['Compare', 'with'];
const LABELS = ['Entity in question', 'Target model'];

function choosable({ code, name, owner, owned }: Comparable) {
  return { code, name, detail: owned > 0 ? `owns ${formatNumber(owned)}` : owner === null ? null : `of ${owner}` };
}
