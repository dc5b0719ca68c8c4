import { useState } from 'react';
import { displayText, formatNumber } from '../../main/contract/format.ts';
import type { CrosswalkDecision, HarmonisationModel, HarmonisedCode } from '../../main/contract/harmonisation.ts';
import { useInitialFocus } from '../shell/use-initial-focus.ts';
import controls from '../theme/controls.module.css';
import styles from './decision-panel.module.css';
import { SplitEditor } from './split-editor.tsx';
import { SuggestionCard } from './suggestion-card.tsx';
import { TargetSearch } from './target-search.tsx';
import { headsText, hoursText, momentText, nameText, STATE_WORDS, targetsText } from './words.ts';

type Props = {
  code: HarmonisedCode;
  model: HarmonisationModel;
  /** Nothing can be decided: an older version is shown, or a decision is on its way. */
  isLocked: boolean;
  /** Reached by a decision and not by choosing, so that whoever uses the keyboard can go on. */
  takesFocus: boolean;
  onDecide: (decision: CrosswalkDecision, said: string) => void;
};

/** One code: what it is now, what is suggested and why, and every way to decide. */
export function DecisionPanel({ code, model, isLocked, takesFocus, onDecide }: Props) {
  const [way, setWay] = useState<'other' | 'split' | null>(null);
  const focus = useInitialFocus();
  const name = nameText(code);
  const mapTo = (target: string) =>
    onDecide({ code: code.code, targets: [{ code: target, share: 1 }] }, `${name} mapped to ${displayText(target)}.`);
  const others = (target: string) =>
    model.codes.filter((other) => other.code !== code.code && other.targets.some((one) => one.code === target));
  const toggle = (wanted: 'other' | 'split') => setWay(way === wanted ? null : wanted);
  return (
    <section className={styles.panel} aria-labelledby="decision">
      <header className={styles.head}>
        <h2 className={styles.title} id="decision" tabIndex={-1} ref={takesFocus ? focus : undefined}>
          {name}
        </h2>
        <p className={styles.facts}>
          {code.title !== null && <span>{displayText(code.code)}</span>}
          {code.titles > 1 && <span className="number">{formatNumber(code.titles)} titles</span>}
          <span className="number">{headsText(code.heads)}</span>
          <span className="number">{hoursText(code.hours)}</span>
          <span className={styles.state} data-state={code.state}>
            {STATE_WORDS[code.state]}
          </span>
        </p>
      </header>
      {code.state !== 'unmapped' && <Settled code={code} />}
      {code.fault !== null && <p className={styles.fault}>{displayText(code.fault)}</p>}
      {code.suggestions.length > 0 ? (
        <ol className={styles.suggestions} aria-label={`Suggestions for ${name}`}>
          {code.suggestions.map((suggestion) => (
            <SuggestionCard
              key={suggestion.code}
              suggestion={suggestion}
              isSafe={suggestion.score >= model.acceptAbove}
              isLocked={isLocked}
              isChosen={code.targets.length === 1 && code.targets[0].code === suggestion.code}
              others={others(suggestion.code)}
              onAccept={() => mapTo(suggestion.code)}
            />
          ))}
        </ol>
      ) : (
        <p className={controls.muted}>Nothing in {displayText(model.against.name)} has a similar name.</p>
      )}
      <div className={styles.ways} role="group" aria-label="Decide otherwise">
        <button
          type="button"
          className={controls.button}
          aria-expanded={way === 'other'}
          disabled={isLocked}
          onClick={() => toggle('other')}
        >
          Choose another…
        </button>
        <button
          type="button"
          className={controls.button}
          aria-expanded={way === 'split'}
          disabled={isLocked}
          onClick={() => toggle('split')}
        >
          Split with shares…
        </button>
        <button
          type="button"
          className={controls.button}
          disabled={isLocked || code.state === 'none'}
          onClick={() => onDecide({ code: code.code, targets: [] }, `${name} has no counterpart.`)}
        >
          No counterpart
        </button>
      </div>
      {way === 'other' && <TargetSearch targets={model.targets} othersOf={others} onChoose={mapTo} />}
      {way === 'split' && (
        <SplitEditor
          code={code}
          targets={model.targets}
          onSave={(targets) => onDecide({ code: code.code, targets }, `${name} split: ${targetsText(targets)}.`)}
        />
      )}
    </section>
  );
}

function Settled({ code }: { code: HarmonisedCode }) {
  return (
    <p className={styles.settled}>
      {code.state === 'none' ? 'It has no counterpart' : `It is ${targetsText(code.targets)}`}
      {code.decided &&
        `, decided on ${momentText(code.decided.at)}${code.decided.by === null ? '' : ` by ${displayText(code.decided.by)}`} in batch ${code.decided.batch}`}
      .
    </p>
  );
}
