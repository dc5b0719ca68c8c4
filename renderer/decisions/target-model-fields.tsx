import type { IntegrationTargets } from '../../main/contract/decisions.ts';
import { formatNumber } from '../../main/contract/format.ts';
import { NAMED_MODELS, TARGET_MODELS } from '../../main/contract/target-models.ts';
import { SidePicker } from '../sides/side-picker.tsx';
import { ChoiceField } from './choice-field.tsx';
import { Field } from './field.tsx';
import type { TargetForm } from './target-form.ts';
import { TextField } from './text-field.tsx';
import { MODEL_WORDS } from './words.ts';

type Props = {
  answer: IntegrationTargets;
  entity: string;
  form: TargetForm;
  onSet: (part: Partial<TargetForm>) => void;
};

const MODELS = TARGET_MODELS.filter((model) => model !== 'apart');

/** What the dimension becomes, and from which score on it counts as aligned. */
export function TargetModelFields({ answer, entity, form, onSet }: Props) {
  const isNamed = NAMED_MODELS.has(form.model);
  const named = form.model === 'standard' ? 'Entity that stands for it' : 'Entity to follow';
  const others = answer.models.filter(({ code }) => code !== entity);
  return (
    <>
      <ChoiceField
        label="Target model"
        options={MODELS.map((model) => ({ value: model, label: MODEL_WORDS[model] }))}
        value={form.model}
        onChange={(model) => onSet({ model })}
      />
      {isNamed && (
        <Field label={named}>
          {({ id }) => (
            <SidePicker
              id={id}
              label={named}
              value={others.find(({ code }) => code === form.of)?.name ?? null}
              choices={others}
              onChoose={(of) => onSet({ of })}
            />
          )}
        </Field>
      )}
      <TextField
        label="Target score"
        kind="amount"
        hint={`0 to 100; ${formatNumber(answer.alignedFrom)} where none is given`}
        value={form.score}
        onChange={(score) => onSet({ score })}
      />
      <TextField
        label={`Cost a year${answer.currency === null ? '' : `, ${answer.currency}`}`}
        kind="amount"
        hint="Where nothing measures it; a saving is negative"
        value={form.cost}
        onChange={(cost) => onSet({ cost })}
      />
    </>
  );
}
