import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { displayText, formatNumber } from '../../main/contract/format.ts';
import type { BatchInfo, QuarantinedRow } from '../../main/contract/workspace.ts';
import { bridge, failureOf, isCancelled } from '../api.ts';
import { PagedGrid, type GridColumn } from '../grid/paged-grid.tsx';
import { useAppStore } from '../shell/store.ts';
import controls from '../theme/controls.module.css';
import styles from './quarantine-dialog.module.css';

type Props = { subject: BatchInfo | 'all' | null; onClose: () => void };

/** Rows that were rejected, each with where it stands and why; for reading here or for sending back to the source. */
export function QuarantineDialog({ subject, onClose }: Props) {
  return (
    <ModalOverlay
      className={controls.scrim}
      isOpen={subject !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable
    >
      <Modal>
        {subject && (
          <Dialog className={`${controls.dialog} ${styles.dialog}`} aria-label="Quarantined rows">
            <Rows subject={subject} onClose={onClose} />
          </Dialog>
        )}
      </Modal>
    </ModalOverlay>
  );
}

const COLUMNS: GridColumn<QuarantinedRow>[] = [
  { id: 'batch', label: 'Batch', width: '4.5rem', numeric: true, text: (row) => String(row.batch) },
  {
    id: 'file',
    label: 'File',
    width: 'minmax(10rem, 2fr)',
    numeric: false,
    text: (row) => displayText([row.file, row.sheet].filter(Boolean).join(' · ')),
  },
  { id: 'row', label: 'Row', width: '6rem', numeric: true, text: (row) => formatNumber(row.row) },
  {
    id: 'column',
    label: 'Column',
    width: 'minmax(7rem, 1fr)',
    numeric: false,
    text: (row) => displayText(row.column ?? '–'),
  },
  {
    id: 'value',
    label: 'Value',
    width: 'minmax(7rem, 1fr)',
    numeric: false,
    text: (row) => displayText(row.value ?? '–'),
  },
  { id: 'reason', label: 'Why', width: 'minmax(14rem, 3fr)', numeric: false, text: (row) => displayText(row.reason) },
];

function Rows({ subject, onClose }: { subject: BatchInfo | 'all'; onClose: () => void }) {
  const store = useAppStore();
  const batch = subject === 'all' ? null : subject.batch;
  const shape = useQuery({
    queryKey: ['quarantine', batch, 'shape'],
    queryFn: () => bridge().api.quarantine({ batch, offset: 0, limit: 1 }),
  });
  const save = async (): Promise<void> => {
    try {
      const made = await bridge().shell.exportQuarantine({ batch });
      if (made) store.getState().say({ tone: 'done', text: `Saved as ${made.file}`, hint: null });
    } catch (error) {
      const failure = failureOf(error);
      if (!isCancelled(failure)) store.getState().say({ tone: 'failed', text: failure.message, hint: null });
    }
  };
  return (
    <>
      <header className={styles.head}>
        <div>
          <Heading slot="title" className={controls.dialogTitle}>
            {subject === 'all' ? 'Quarantined rows' : `Quarantined rows of batch ${subject.batch}`}
          </Heading>
          <p className={controls.muted}>
            {shape.data && `${formatNumber(shape.data.total)} rows. `}Correct them at the source and import the file
            again: rows already here are recognised.
          </p>
        </div>
        <Button className={controls.icon} aria-label="Close" onPress={onClose}>
          <X size={18} aria-hidden="true" />
        </Button>
      </header>
      {shape.isError && <p>{displayText(failureOf(shape.error).message)}</p>}
      {shape.data?.total === 0 && <p className={controls.muted}>No row was rejected.</p>}
      {shape.data && shape.data.total > 0 && (
        <div className={styles.grid}>
          <PagedGrid
            label="Quarantined rows"
            total={shape.data.total}
            columns={COLUMNS}
            source={['quarantine', batch]}
            load={async (offset, limit) => (await bridge().api.quarantine({ batch, offset, limit })).rows}
          />
        </div>
      )}
      <div className={controls.actions}>
        <button type="button" className={controls.button} disabled={!shape.data?.total} onClick={() => void save()}>
          Export as CSV…
        </button>
      </div>
    </>
  );
}
