import { X } from 'lucide-react';
import { useEffect } from 'react';
import { displayText } from '../../main/contract/format.ts';
import styles from './message-bar.module.css';
import { useApp, useAppStore } from './store.ts';

const STAYS_MS = 8000;

/** Says once what was done or refused. Good news leaves by itself, refusals stay until they are read. */
export function MessageBar() {
  const message = useApp((state) => state.message);
  const store = useAppStore();
  useEffect(() => {
    if (message?.tone !== 'done') return;
    const timer = window.setTimeout(() => store.getState().say(null), STAYS_MS);
    return () => window.clearTimeout(timer);
  }, [message, store]);
  return (
    <div className={styles.place} role="status">
      {message && (
        <div key={message.id} className={styles.bar} data-tone={message.tone}>
          <p>
            {displayText(message.text)}
            {message.hint && <span className={styles.hint}> {displayText(message.hint)}</span>}
          </p>
          <button
            type="button"
            className={styles.close}
            aria-label="Dismiss"
            onClick={() => store.getState().say(null)}
          >
            <X size={15} aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
}
