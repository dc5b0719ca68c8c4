import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { MeasuredSynergy, SynergyLedger, Wave } from '../../main/contract/decisions.ts';
import { displayText, formatNumber } from '../../main/contract/format.ts';
import { bridge } from '../api.ts';
import controls from '../theme/controls.module.css';
import { Part } from './part.tsx';
import { StrikeDialog } from './strike-dialog.tsx';
import { SynergyDialog } from './synergy-dialog.tsx';
import { SynergyTable } from './synergy-table.tsx';
import { useFocusAfter } from './use-focus-after.ts';

type Props = { query: UseQueryResult<SynergyLedger>; waves: readonly Wave[]; ledBy: object | null };
/** `new` is an entry that is not in the ledger yet. */
type Writing = MeasuredSynergy | 'new' | null;

/** The ledger: what was promised beside what its metric shows. */
export function Synergies({ query, waves, ledBy }: Props) {
  const [writing, setWriting] = useState<Writing>(null);
  const [striking, setStriking] = useState<MeasuredSynergy['synergy'] | null>(null);
  const { control, focusControl } = useFocusAfter();
  const ledger = query.data;
  return (
    <Part
      part="synergies"
      ledBy={ledBy}
      query={query}
      tools={
        <button type="button" className={controls.button} ref={control} onClick={() => setWriting('new')}>
          Enter a synergy…
        </button>
      }
    >
      {ledger?.synergies.length === 0 && <p>No synergy is in the ledger of this workspace.</p>}
      {ledger && ledger.synergies.length > 0 && (
        <SynergyTable ledger={ledger} onAmend={setWriting} onStrike={({ synergy }) => setStriking(synergy)} />
      )}
      {ledger && writing && (
        <SynergyDialog
          ledger={ledger}
          waves={waves}
          measured={writing === 'new' ? null : writing}
          onClose={() => setWriting(null)}
        />
      )}
      {striking && (
        <StrikeDialog
          title={`Strike out synergy ${formatNumber(striking.id)}?`}
          work={async () => {
            await bridge().api.strikeSynergy({ id: striking.id });
            return { text: `Synergy ${formatNumber(striking.id)} struck out.` };
          }}
          onClose={() => setStriking(null)}
          onStruck={() => {
            setStriking(null);
            focusControl();
          }}
        >
          <strong>{displayText(striking.title)}</strong> leaves the ledger and its totals. The metric that it was bound
          to is not touched.
        </StrikeDialog>
      )}
    </Part>
  );
}
