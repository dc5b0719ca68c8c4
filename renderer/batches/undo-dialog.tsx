import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { displayText, formatNumber } from '../../main/contract/format.ts';
import type { BatchInfo } from '../../main/contract/workspace.ts';
import { bridge, failureOf } from '../api.ts';
import { useAppStore } from '../shell/store.ts';
import { useInitialFocus } from '../shell/use-initial-focus.ts';
import controls from '../theme/controls.module.css';

/** Asks before a batch is taken back, and says what follows from it. */
export function UndoDialog({ batch, onClose }: { batch: BatchInfo | null; onClose: () => void }) {
  const [working, setWorking] = useState(false);
  const store = useAppStore();
  const client = useQueryClient();
  const focus = useInitialFocus();

  const undo = async (target: BatchInfo): Promise<void> => {
    setWorking(true);
    try {
      const { rows, readmitted } = await bridge().api.undo({ batch: target.batch });
      const back =
        readmitted > 0 ? `${formatNumber(readmitted)} rows that later extracts repeated are in use again.` : null;
      store.getState().say({
        tone: 'done',
        text: `Batch ${target.batch} taken back: ${formatNumber(rows)} rows removed.`,
        hint: back,
      });
      await client.invalidateQueries();
    } catch (error) {
      store.getState().say({ tone: 'failed', text: failureOf(error).message, hint: null });
    } finally {
      setWorking(false);
      onClose();
    }
  };
  return (
    <ModalOverlay
      className={controls.scrim}
      isOpen={batch !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable={!working}
    >
      <Modal>
        {batch && (
          <Dialog className={controls.dialog} role="alertdialog">
            <Heading slot="title" className={controls.dialogTitle}>
              Take back batch {batch.batch}?
            </Heading>
            <p>
              The {formatNumber(batch.accepted)} rows accepted from <strong>{displayText(batch.file)}</strong> leave
              every figure.
            </p>
            <p className={controls.muted}>
              Rows that later extracts repeated come back into use. The file itself is not touched: importing it again
              restores the batch.
            </p>
            <div className={controls.actions}>
              <button type="button" className={controls.button} ref={focus} disabled={working} onClick={onClose}>
                Keep it
              </button>
              <button type="button" className={controls.danger} disabled={working} onClick={() => void undo(batch)}>
                {working ? 'Taking back…' : 'Take it back'}
              </button>
            </div>
          </Dialog>
        )}
      </Modal>
    </ModalOverlay>
  );
}
