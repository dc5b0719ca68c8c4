import { Search } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { CrosswalkDomain } from '../../main/contract/crosswalk-domains.ts';
import { displayText, formatNumber } from '../../main/contract/format.ts';
import type { HarmonisedCode } from '../../main/contract/harmonisation.ts';
import controls from '../theme/controls.module.css';
import type { Shown } from './queue-order.ts';
import styles from './queue.module.css';
import { DOMAIN_WORDS, headsText, hoursText, nameText, scoreText, STATE_WORDS, targetsText } from './words.ts';

type Props = {
  domain: CrosswalkDomain;
  entity: string;
  codes: readonly HarmonisedCode[];
  shown: Shown;
  current: string | null;
  onShow: (shown: Shown) => void;
  onChoose: (code: string) => void;
};

const WHICH: { id: Shown['which']; label: string }[] = [
  { id: 'unmapped', label: 'To review' },
  { id: 'decided', label: 'Decided' },
  { id: 'all', label: 'All' },
];

/** The codes, those with most people first. Arrow keys choose, Enter goes to the decision. */
export function Queue({ domain, entity, codes, shown, current, onShow, onChoose }: Props) {
  const label = `${DOMAIN_WORDS[domain].tab} of ${displayText(entity)}, most people first`;
  return (
    <section className={styles.queue} aria-label="Review queue">
      <div className={styles.tools}>
        <div className={styles.which} role="group" aria-label="What to show">
          {WHICH.map(({ id, label: text }) => (
            <button
              key={id}
              type="button"
              className={styles.tab}
              aria-pressed={shown.which === id}
              onClick={() => onShow({ ...shown, which: id })}
            >
              {text}
            </button>
          ))}
        </div>
        <label className={styles.search}>
          <span className="visually-hidden">Search the queue</span>
          <Search size={14} aria-hidden="true" />
          <input
            className={controls.field}
            type="search"
            placeholder="Search"
            value={shown.search}
            onChange={(event) => onShow({ ...shown, search: event.target.value })}
          />
        </label>
      </div>
      <ListBox
        aria-label={label}
        className={styles.list}
        items={codes}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={current === null ? [] : [current]}
        onSelectionChange={(keys) => {
          if (keys === 'all') return;
          const [key] = keys;
          if (key !== undefined) onChoose(String(key));
        }}
        onAction={() => document.getElementById('decision')?.focus()}
        renderEmptyState={() => <p className={styles.empty}>Nothing to show.</p>}
      >
        {(code) => (
          <ListBoxItem id={code.code} textValue={nameText(code)} className={styles.item}>
            <span className={styles.name}>{nameText(code)}</span>
            <span className={`${styles.heads} number`}>
              {code.heads === null ? hoursText(code.hours) : headsText(code.heads)}
            </span>
            <span className={styles.code}>
              {code.title === null ? '' : displayText(code.code)}
              {code.titles > 1 && ` · ${formatNumber(code.titles)} titles`}
            </span>
            <Outcome code={code} />
          </ListBoxItem>
        )}
      </ListBox>
    </section>
  );
}

/** What it is mapped to, else what it would be. */
function Outcome({ code }: { code: HarmonisedCode }) {
  if (code.state !== 'unmapped')
    return (
      <span className={styles.decided}>
        {code.state === 'none' ? STATE_WORDS.none : `${STATE_WORDS[code.state]}: ${targetsText(code.targets)}`}
      </span>
    );
  const best = code.suggestions.at(0);
  if (code.fault !== null) return <span className={styles.fault}>Cannot be followed</span>;
  if (!best) return <span className={styles.none}>No suggestion</span>;
  return (
    <span className={styles.suggested}>
      {nameText(best)} <span className="number">{scoreText(best.score)}</span>
    </span>
  );
}
