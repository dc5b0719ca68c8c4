import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { formatNumber } from '../../main/contract/format.ts';
import type { HarmonisationModel } from '../../main/contract/harmonisation.ts';
import { useInitialFocus } from '../shell/use-initial-focus.ts';
import controls from '../theme/controls.module.css';
import styles from './bulk-dialog.module.css';
import { countText, nameText, scoreText, totalText } from './words.ts';

type Props = {
  /** null while nothing is asked. */
  model: HarmonisationModel | null;
  isDeciding: boolean;
  onClose: () => void;
  onAccept: () => Promise<void>;
};

/** Shows what would be accepted together, and asks. */
export function BulkDialog({ model, isDeciding, onClose, onAccept }: Props) {
  const focus = useInitialFocus();
  return (
    <ModalOverlay
      className={controls.scrim}
      isOpen={model !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable={!isDeciding}
    >
      <Modal>
        {model && (
          <Dialog className={controls.dialog} role="alertdialog">
            <Heading slot="title" className={controls.dialogTitle}>
              Accept {countText(model.bulk.total.codes, model.domain)} at once?
            </Heading>
            <p>
              {totalText(model.bulk.total)}: each goes to its best suggestion, which scores{' '}
              {scoreText(model.acceptAbove)} or more.{' '}
              {model.domain === 'job'
                ? 'On labelled titles no suggestion with such a score was wrong.'
                : 'Their names agree in every word.'}
            </p>
            <ul className={styles.list} aria-label="What would be accepted">
              {model.bulk.decisions.map(({ code, targets }) => (
                <li key={code}>
                  <span>{named(model.codes, code)}</span>
                  <span aria-hidden="true">→</span>
                  <span>
                    <span className="visually-hidden">to </span>
                    {named(model.targets, targets[0].code)}
                  </span>
                </li>
              ))}
            </ul>
            <p className={controls.muted}>It becomes one batch, which can be undone.</p>
            <div className={controls.actions}>
              <button type="button" className={controls.button} ref={focus} disabled={isDeciding} onClick={onClose}>
                Keep reviewing
              </button>
              <button type="button" className={controls.primary} disabled={isDeciding} onClick={() => void onAccept()}>
                {isDeciding ? 'Accepting…' : `Accept ${formatNumber(model.bulk.total.codes)}`}
              </button>
            </div>
          </Dialog>
        )}
      </Modal>
    </ModalOverlay>
  );
}

function named(codes: readonly { code: string; title: string | null }[], code: string): string {
  return nameText(codes.find((one) => one.code === code) ?? { code, title: null });
}
