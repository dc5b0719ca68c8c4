import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { WavePlan } from '../../main/contract/decisions.ts';
import { displayText } from '../../main/contract/format.ts';
import { bridge } from '../api.ts';
import controls from '../theme/controls.module.css';
import { Part } from './part.tsx';
import { StrikeDialog } from './strike-dialog.tsx';
import { useFocusAfter } from './use-focus-after.ts';
import { WaveDialog } from './wave-dialog.tsx';
import { WaveTable } from './wave-table.tsx';
import { leftText } from './words.ts';

type Props = { query: UseQueryResult<WavePlan[]>; ledBy: object | null };
/** `new` is a wave that is not planned yet. */
type Writing = WavePlan | 'new' | null;

/** The waves of an integration: what is promised by which day. */
export function Waves({ query, ledBy }: Props) {
  const [writing, setWriting] = useState<Writing>(null);
  const [striking, setStriking] = useState<WavePlan | null>(null);
  const { control, focusControl } = useFocusAfter();
  const waves = query.data;
  return (
    <Part
      part="waves"
      ledBy={ledBy}
      query={query}
      tools={
        <button type="button" className={controls.button} ref={control} onClick={() => setWriting('new')}>
          Plan a wave…
        </button>
      }
    >
      {waves?.length === 0 && <p>No wave is planned in this workspace.</p>}
      {waves && waves.length > 0 && <WaveTable waves={waves} onChange={setWriting} onStrike={setStriking} />}
      {writing && (
        <WaveDialog
          plan={writing === 'new' ? null : writing}
          onClose={() => setWriting(null)}
          onSaved={({ name }) => {
            setWriting(null);
            // The row of another name is another row: the button that opened the dialog has left.
            if (writing !== 'new' && name !== writing.name) focusControl();
          }}
        />
      )}
      {striking && (
        <StrikeDialog
          title={`Strike out wave ${displayText(striking.name)}?`}
          work={async () => {
            const struck = await bridge().api.strikeWave({ name: striking.name });
            return { text: `Wave ${displayText(struck.name)} struck out.`, hint: leftText(struck) };
          }}
          onClose={() => setStriking(null)}
          onStruck={() => {
            setStriking(null);
            focusControl();
          }}
        >
          {leftText(striking) ?? 'Nothing is promised by it.'}
        </StrikeDialog>
      )}
    </Part>
  );
}
