import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useInitialFocus } from '../shell/use-initial-focus.ts';
import controls from '../theme/controls.module.css';
import { unavailable } from './unavailable.ts';
import { useChange, type Said } from './use-change.ts';

type Props = {
  title: string;
  /** Strikes it out, and answers with what is told of it. */
  work: () => Promise<Said>;
  onClose: () => void;
  onStruck: () => void;
  /** What follows from it. */
  children: ReactNode;
};

/** Asks before something is struck out. */
export function StrikeDialog({ title, work, onClose, onStruck, children }: Props) {
  const { change, isChanging, refusal } = useChange();
  const focus = useInitialFocus();
  const strike = async () => {
    if (await change(work)) onStruck();
  };
  return (
    <ModalOverlay
      className={controls.scrim}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable={!isChanging}
    >
      <Modal>
        <Dialog className={controls.dialog} role="alertdialog">
          <Heading slot="title" className={controls.dialogTitle}>
            {title}
          </Heading>
          <p>{children}</p>
          {refusal !== null && <p role="alert">{refusal}</p>}
          <div className={controls.actions}>
            <button
              type="button"
              className={controls.button}
              ref={focus}
              {...unavailable(isChanging)}
              onClick={() => !isChanging && onClose()}
            >
              Keep it
            </button>
            <button
              type="button"
              className={controls.danger}
              {...unavailable(isChanging)}
              onClick={() => !isChanging && void strike()}
            >
              Strike it out
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
