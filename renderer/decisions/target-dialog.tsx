import { useState } from 'react';
import type { AlignmentTarget, IntegrationTargets } from '../../main/contract/decisions.ts';
import { displayText, formatNumber } from '../../main/contract/format.ts';
import { NAMED_MODELS, TARGET_MODELS } from '../../main/contract/target-models.ts';
import { bridge } from '../api.ts';
import { useInitialFocus } from '../shell/use-initial-focus.ts';
import controls from '../theme/controls.module.css';
import { Field } from './field.tsx';
import { FormDialog } from './form-dialog.tsx';
import { readTarget, targetForm, type TargetForm } from './target-form.ts';
import tables from './tables.module.css';
import { unavailable } from './unavailable.ts';
import { useChange } from './use-change.ts';
import { MODEL_WORDS } from './words.ts';

type Props = {
  answer: IntegrationTargets;
  entity: { code: string; name: string };
  dimension: { id: string; label: string };
  /** What is in force; null where nothing was decided. */
  target: AlignmentTarget | null;
  onClose: () => void;
};

const MODELS = TARGET_MODELS.filter((model) => model !== 'apart');

/** One dimension of one entity: what it becomes or that it stays apart, who answers for it and by when. */
export function TargetDialog({ answer, entity, dimension, target, onClose }: Props) {
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
          <Field label="Reason">
            {({ id }) => (
              <input
                id={id}
                className={controls.field}
                maxLength={200}
                value={form.reason}
                onChange={(event) => set({ reason: event.target.value })}
              />
            )}
          </Field>
        </div>
      ) : (
        <Model answer={answer} entity={entity.code} form={form} onSet={set} />
      )}
      <Field label="Owner">
        {({ id }) => (
          <input
            id={id}
            className={controls.field}
            maxLength={500}
            value={form.owner}
            onChange={(event) => set({ owner: event.target.value })}
          />
        )}
      </Field>
      <Field label={form.apart ? 'To be looked at again by' : 'Due'}>
        {({ id }) => (
          <input
            id={id}
            className={controls.field}
            type="date"
            max="9999-12-31"
            value={form.due}
            onChange={(event) => set({ due: event.target.value })}
          />
        )}
      </Field>
    </FormDialog>
  );
}

type ModelProps = {
  answer: IntegrationTargets;
  entity: string;
  form: TargetForm;
  onSet: (part: Partial<TargetForm>) => void;
};

/** What the dimension becomes, and from which score on it counts as aligned. */
function Model({ answer, entity, form, onSet }: ModelProps) {
  const others = answer.models.filter(({ code }) => code !== entity);
  return (
    <>
      <Field label="Target model">
        {({ id }) => (
          <select
            id={id}
            className={controls.select}
            value={form.model}
            onChange={(event) => onSet({ model: MODELS.find((model) => model === event.target.value)! })}
          >
            {MODELS.map((model) => (
              <option key={model} value={model}>
                {MODEL_WORDS[model]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={form.model === 'standard' ? 'Entity that stands for it' : 'Entity to follow'}>
        {({ id }) => (
          <select
            id={id}
            className={controls.select}
            disabled={!NAMED_MODELS.has(form.model)}
            value={NAMED_MODELS.has(form.model) ? form.of : ''}
            onChange={(event) => onSet({ of: event.target.value })}
          >
            <option value="">{NAMED_MODELS.has(form.model) ? 'Choose' : 'none needed'}</option>
            {others.map(({ code, name }) => (
              <option key={code} value={code}>
                {displayText(name)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Target score" hint={`0 to 100; ${formatNumber(answer.alignedFrom)} where none is given`}>
        {({ id, describedBy }) => (
          <input
            id={id}
            className={controls.field}
            inputMode="decimal"
            aria-describedby={describedBy}
            value={form.score}
            onChange={(event) => onSet({ score: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={`Cost a year${answer.currency === null ? '' : `, ${answer.currency}`}`}
        hint="Where nothing measures it; a saving is negative"
      >
        {({ id, describedBy }) => (
          <input
            id={id}
            className={controls.field}
            inputMode="decimal"
            aria-describedby={describedBy}
            value={form.cost}
            onChange={(event) => onSet({ cost: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
