import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useFocusReturn } from '../shell/use-focus-return.ts';
import controls from '../theme/controls.module.css';
import styles from './form-dialog.module.css';
import { unavailable } from './unavailable.ts';
import type { Change } from './use-change.ts';

type Props = {
  title: string;
  note: string;
  save: string;
  /** What is still missing; null when it can be saved. */
  problem: string | null;
  changing: Pick<Change, 'isChanging' | 'refusal'>;
  /** What else can be done, at the left of the foot. */
  otherwise?: ReactNode;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A decision written down in a dialog: says what is missing until it can be saved, and why it was refused. */
export function FormDialog({ title, note, save, problem, changing, otherwise, onSave, onClose, children }: Props) {
  const { isChanging, refusal } = changing;
  useFocusReturn();
  return (
    <ModalOverlay
      className={controls.scrim}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable={!isChanging}
    >
      <Modal>
        <Dialog className={`${controls.dialog} ${styles.dialog}`}>
          <Heading slot="title" className={controls.dialogTitle}>
            {title}
          </Heading>
          <p className={controls.muted}>{note}</p>
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              if (problem === null && !isChanging) onSave();
            }}
          >
            {children}
            {refusal !== null && (
              <p className={styles.refusal} role="alert">
                {refusal}
              </p>
            )}
            <div className={styles.foot}>
              {otherwise}
              <p className={controls.muted} role="status">
                {problem}
              </p>
              <button
                type="button"
                className={controls.button}
                {...unavailable(isChanging)}
                onClick={() => !isChanging && onClose()}
              >
                Cancel
              </button>
              <button type="submit" className={controls.primary} {...unavailable(problem !== null || isChanging)}>
                {isChanging ? 'Saving…' : save}
              </button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
