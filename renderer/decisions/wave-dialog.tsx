import { useState } from 'react';
import type { Wave, WavePlan } from '../../main/contract/decisions.ts';
import { displayText, formatDay } from '../../main/contract/format.ts';
import { bridge } from '../api.ts';
import { useInitialFocus } from '../shell/use-initial-focus.ts';
import { FormDialog } from './form-dialog.tsx';
import { TextField } from './text-field.tsx';
import { useChange } from './use-change.ts';
import { readWave } from './wave-form.ts';

type Props = {
  /** Wave to be changed; null for another one. */
  plan: WavePlan | null;
  onClose: () => void;
  onSaved: (wave: Wave) => void;
};

/** A wave: its name, and the day by which all that it holds is due. */
export function WaveDialog({ plan, onClose, onSaved }: Props) {
  const [form, setForm] = useState({ name: plan?.name ?? '', due: plan?.due ?? '' });
  const changing = useChange();
  const focus = useInitialFocus();
  const { wave, problem } = readWave(form);
  const save = async () => {
    if (wave === null) return;
    const done = await changing.change(async () => {
      await bridge().api.planWave({ was: plan?.name ?? null, ...wave });
      return { text: `Wave ${displayText(wave.name)} is due on ${formatDay(wave.due)}.` };
    });
    if (done) onSaved(wave);
  };
  return (
    <FormDialog
      title={plan === null ? 'Plan a wave' : `Change wave ${displayText(plan.name)}`}
      note="Targets and synergies are put into it where they are decided. Those without a day of their own are due on its day."
      save={plan === null ? 'Plan it' : 'Save changes'}
      problem={problem}
      changing={changing}
      onSave={() => void save()}
      onClose={onClose}
    >
      <TextField
        label="Name"
        maxLength={100}
        value={form.name}
        onChange={(name) => setForm({ ...form, name })}
        inputRef={focus}
      />
      <TextField label="Due" kind="date" value={form.due} onChange={(due) => setForm({ ...form, due })} />
    </FormDialog>
  );
}
