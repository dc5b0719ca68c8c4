import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Synergy } from '../../main/contract/decisions.ts';
import { displayText, formatNumber } from '../../main/contract/format.ts';
import { bridge } from '../api.ts';
import { useInitialFocus } from '../shell/use-initial-focus.ts';
import controls from '../theme/controls.module.css';
import { unavailable } from './unavailable.ts';
import { useChange } from './use-change.ts';

type Props = { synergy: Synergy; onClose: () => void; onStruck: () => void };

/** Asks before an entry leaves the ledger. */
export function StrikeDialog({ synergy, onClose, onStruck }: Props) {
  const { change, isChanging, refusal } = useChange();
  const focus = useInitialFocus();
  const strike = async () => {
    const done = await change(async () => {
      await bridge().api.strikeSynergy({ id: synergy.id });
      return { text: `Synergy ${formatNumber(synergy.id)} struck out.` };
    });
    if (done) onStruck();
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
            Strike out synergy {formatNumber(synergy.id)}?
          </Heading>
          <p>
            <strong>{displayText(synergy.title)}</strong> leaves the ledger and its totals. The metric that it was bound
            to is not touched.
          </p>
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
