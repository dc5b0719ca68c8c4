import { FileInput } from 'lucide-react';
import { useState } from 'react';
import type { BatchInfo } from '../../main/contract/workspace.ts';
import { failureOf } from '../api.ts';
import { useBatches } from '../queries.ts';
import { useCommands } from '../shell/commands.ts';
import { FailureNote } from '../shell/failure-note.tsx';
import place from '../shell/place.module.css';
import controls from '../theme/controls.module.css';
import { BatchLedger } from './batch-ledger.tsx';
import styles from './extracts-page.module.css';
import { PayCodes } from './pay-codes.tsx';
import { QuarantineDialog } from './quarantine-dialog.tsx';
import { UndoDialog } from './undo-dialog.tsx';

/** What came in, what was rejected, how pay codes are read; and the way to take a batch back. */
export function ExtractsPage() {
  const batches = useBatches();
  const run = useCommands();
  const [undoing, setUndoing] = useState<BatchInfo | null>(null);
  const [viewing, setViewing] = useState<BatchInfo | 'all' | null>(null);
  if (batches.isError)
    return (
      <FailureNote
        failure={failureOf(batches.error)}
        action={{ label: 'Try again', run: () => void batches.refetch() }}
      />
    );
  const list = batches.data ?? [];
  return (
    <div className={place.place}>
      <header className={place.head}>
        <div>
          <h1 className={place.title}>Extracts</h1>
          <p className={controls.muted}>
            Every import is a batch: it adds up, it can be looked into, and it can be taken back.
          </p>
        </div>
        <div className={controls.actions}>
          {list.some((batch) => batch.quarantined > 0) && (
            <button type="button" className={controls.button} onClick={() => setViewing('all')}>
              Quarantined rows
            </button>
          )}
          <button type="button" className={controls.primary} onClick={() => run('import')}>
            Import extracts…
          </button>
        </div>
      </header>
      {batches.isSuccess && list.length === 0 && (
        <section className={styles.empty}>
          <FileInput size={28} strokeWidth={1.4} aria-hidden="true" />
          <h2 className={place.section}>Drop your first extracts here</h2>
          <p className={controls.muted}>
            Labour hours, rosters, agency invoices, entities, or the CMS Payroll-Based Journal, as CSV or TSV. You see
            how each file is read before anything is stored.
          </p>
        </section>
      )}
      {list.length > 0 && <BatchLedger batches={list} onUndo={setUndoing} onQuarantine={setViewing} />}
      {list.length > 0 && <PayCodes />}
      <UndoDialog batch={undoing} onClose={() => setUndoing(null)} />
      <QuarantineDialog subject={viewing} onClose={() => setViewing(null)} />
    </div>
  );
}
