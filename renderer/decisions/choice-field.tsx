import controls from '../theme/controls.module.css';
import { Field } from './field.tsx';

export type Option<Value extends string> = { value: Value; label: string };

type Props<Value extends string> = {
  label: string;
  hint?: string;
  options: readonly Option<Value>[];
  disabled?: boolean;
  value: Value;
  onChange: (value: Value) => void;
};

/** One of several options under its label. */
export function ChoiceField<Value extends string>({ label, hint, options, disabled, value, onChange }: Props<Value>) {
  return (
    <Field label={label} hint={hint}>
      {({ id, describedBy }) => (
        <select
          id={id}
          className={controls.select}
          disabled={disabled}
          aria-describedby={describedBy}
          value={value}
          onChange={(event) => onChange(options[event.target.selectedIndex].value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
