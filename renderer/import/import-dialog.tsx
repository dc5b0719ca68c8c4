import { useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { ImportOutcome } from '../../main/contract/api.ts';
import { displayText } from '../../main/contract/format.ts';
import { useApp, type ImportTask } from '../shell/store.ts';
import controls from '../theme/controls.module.css';
import styles from './import-dialog.module.css';
import { PreviewStep } from './preview-step.tsx';
import { ProgressStep } from './progress-step.tsx';
import { SummaryStep } from './summary-step.tsx';
import type { Work } from './work.ts';

/** Look, import, account for every row: one dialog that cannot be lost by a click beside it. */
export function ImportDialog() {
  const task = useApp((state) => state.importing);
  const begin = useApp((state) => state.beginImport);
  return (
    <ModalOverlay className={controls.scrim} isOpen={task !== null} isDismissable={false} isKeyboardDismissDisabled>
      <Modal className={styles.modal}>
        {task && (
          <Dialog
            className={styles.dialog}
            aria-label={task.kind === 'sample' ? `Importing ${displayText(task.title)}` : 'Import extracts'}
          >
            <Steps task={task} onClose={() => begin(null)} />
          </Dialog>
        )}
      </Modal>
    </ModalOverlay>
  );
}

function Steps({ task, onClose }: { task: ImportTask; onClose: () => void }) {
  const [work, setWork] = useState<Work | null>(
    task.kind === 'sample' ? { kind: 'sample', sample: task.sample, title: task.title } : null,
  );
  const [outcomes, setOutcomes] = useState<ImportOutcome[] | null>(null);
  if (outcomes) return <SummaryStep outcomes={outcomes} onClose={onClose} />;
  if (work) return <ProgressStep work={work} onDone={setOutcomes} onStopped={onClose} />;
  return task.kind === 'files' ? <PreviewStep files={task.files} onImport={setWork} onCancel={onClose} /> : null;
}
