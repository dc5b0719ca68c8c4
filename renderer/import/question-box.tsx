import { displayText } from '../../main/contract/format.ts';
import type { ExtractPreview } from '../../main/contract/workspace.ts';
import controls from '../theme/controls.module.css';
import styles from './question-box.module.css';

type Props = { question: NonNullable<ExtractPreview['question']>; onAnswer: (value: string) => void };

/** What only a person can know about a file, such as which date order it uses. */
export function QuestionBox({ question, onAnswer }: Props) {
  return (
    <div className={styles.box} role="group" aria-label="A question about this file">
      <p className={styles.message}>{displayText(question.message)}</p>
      <div className={styles.choices}>
        {question.choices.map((choice) => (
          <button key={choice.value} type="button" className={controls.button} onClick={() => onAnswer(choice.value)}>
            {displayText(choice.label)}
          </button>
        ))}
      </div>
    </div>
  );
}
