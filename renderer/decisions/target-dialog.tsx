import { useState } from 'react';
import type { AlignmentTarget, IntegrationTargets, Wave } from '../../main/contract/decisions.ts';
import { displayText } from '../../main/contract/format.ts';
import { bridge } from '../api.ts';
import { useInitialFocus } from '../shell/use-initial-focus.ts';
import controls from '../theme/controls.module.css';
import { FormDialog } from './form-dialog.tsx';
import { readTarget, targetForm, type TargetForm } from './target-form.ts';
import { TargetModelFields } from './target-model-fields.tsx';
import tables from './tables.module.css';
import { TextField } from './text-field.tsx';
import { unavailable } from './unavailable.ts';
import { useChange } from './use-change.ts';
import { WaveField } from './wave-field.tsx';

type Props = {
  answer: IntegrationTargets;
  waves: readonly Wave[];
  entity: { code: string; name: string };
  dimension: { id: string; label: string };
  /** What is in force; null where nothing was decided. */
  target: AlignmentTarget | null;
  onClose: () => void;
};

/** One dimension of one entity: what it becomes or that it stays apart, who answers for it and by when. */
export function TargetDialog({ answer, waves, entity, dimension, target, onClose }: Props) {
  const [form, setForm] = useState(() => targetForm(target, answer.currency));
  const changing = useChange();
  const focus = useInitialFocus();
  const subject = { entity: entity.code, dimension: dimension.id };
  const { decision, problem } = readTarget(form, subject);
  const set = (part: Partial<TargetForm>) => setForm({ ...form, ...part });
  const name = `${displayText(dimension.label)} of ${displayText(entity.name)}`;
  const finish = async (work: () => Promise<void>, text: string) => {
    const done = await changing.change(async () => {
      await work();
      return { text };
    });
    if (done) onClose();
  };
  return (
    <FormDialog
      title={name}
      note="Takes the place of what was decided before. The alignment pages follow at once."
      save="Save target"
      problem={problem}
      changing={changing}
      otherwise={
        target && (
          <button
            type="button"
            className={controls.danger}
            {...unavailable(changing.isChanging)}
            onClick={() =>
              !changing.isChanging &&
              void finish(() => bridge().api.withdrawTarget(subject), `${name}: not decided any more.`)
            }
          >
            Withdraw
          </button>
        )
      }
      onSave={() => decision && void finish(() => bridge().api.decideTarget(decision), `${name} decided.`)}
      onClose={onClose}
    >
      <label className={tables.check} data-wide>
        <input
          type="checkbox"
          ref={focus}
          checked={form.apart}
          onChange={(event) => set({ apart: event.target.checked })}
        />
        Keep it apart deliberately: it leaves the score and is listed
      </label>
      {form.apart ? (
        <div data-wide>
          <TextField label="Reason" maxLength={200} value={form.reason} onChange={(reason) => set({ reason })} />
        </div>
      ) : (
        <TargetModelFields answer={answer} entity={entity.code} form={form} onSet={set} />
      )}
      <TextField label="Owner" value={form.owner} onChange={(owner) => set({ owner })} />
      <TextField
        label={form.apart ? 'To be looked at again by' : 'Due'}
        kind="date"
        hint={form.wave === '' ? undefined : 'Empty: the day of its wave'}
        value={form.due}
        onChange={(due) => set({ due })}
      />
      <WaveField waves={waves} value={form.wave} onChange={(wave) => set({ wave })} />
    </FormDialog>
  );
}
