import { Check, Minus } from 'lucide-react';
import { displayText, formatNumber } from '../../main/contract/format.ts';
import type { HarmonisedCode, TargetSuggestion } from '../../main/contract/harmonisation.ts';
import controls from '../theme/controls.module.css';
import styles from './suggestion-card.module.css';
import { nameText, scoreText } from './words.ts';

type Props = {
  suggestion: TargetSuggestion;
  /** Likely enough to be accepted unseen. */
  isSafe: boolean;
  isLocked: boolean;
  /** It is what the code is mapped to. */
  isChosen: boolean;
  /** Codes of the entity that have the same target. */
  others: readonly HarmonisedCode[];
  onAccept: () => void;
};

/** A target with its score, what speaks for it and what against. */
export function SuggestionCard({ suggestion, isSafe, isLocked, isChosen, others, onAccept }: Props) {
  const name = nameText(suggestion);
  return (
    <li className={styles.card} data-safe={isSafe || undefined}>
      <div className={styles.head}>
        <div>
          <h3 className={styles.name}>{name}</h3>
          {suggestion.title !== null && <p className={styles.code}>{displayText(suggestion.code)}</p>}
        </div>
        <p className={styles.score}>
          <span className="visually-hidden">Score </span>
          <span className="number">{scoreText(suggestion.score)}</span>
          <span className={styles.track} aria-hidden="true">
            <span style={{ width: `${formatNumber(suggestion.score * 100)}%` }} />
          </span>
        </p>
        <button
          type="button"
          className={isSafe && !isChosen ? controls.primary : controls.button}
          disabled={isLocked || isChosen}
          aria-label={isChosen ? `${name} is accepted` : `${others.length > 0 ? 'Merge into' : 'Accept'} ${name}`}
          onClick={onAccept}
        >
          {isChosen ? 'Accepted' : others.length > 0 ? 'Merge' : 'Accept'}
        </button>
      </div>
      <ul className={styles.reasons}>
        {suggestion.reasons.map(({ favours, text }) => (
          <li key={text} data-favours={favours}>
            {favours ? <Check size={13} aria-hidden="true" /> : <Minus size={13} aria-hidden="true" />}
            <span>
              <span className="visually-hidden">{favours ? 'For: ' : 'Against: '}</span>
              {displayText(text)}
            </span>
          </li>
        ))}
        {others.length > 0 && (
          <li>
            <Minus size={13} aria-hidden="true" />
            <span>Also the target of {others.map(nameText).join(', ')}: they would be merged.</span>
          </li>
        )}
      </ul>
    </li>
  );
}
