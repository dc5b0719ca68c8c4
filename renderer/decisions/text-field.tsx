import type { Ref } from 'react';
import controls from '../theme/controls.module.css';
import { Field } from './field.tsx';

/** How a text is read: `amount` is a number as people write it, with or without grouping commas. */
type Kind = 'text' | 'amount' | 'date' | 'month';

type Props = {
  label: string;
  kind?: Kind;
  suffix?: string;
  hint?: string;
  maxLength?: number;
  value: string;
  onChange: (value: string) => void;
  inputRef?: Ref<HTMLInputElement>;
};

/** Without an end, the field lets people type a year of six digits. */
const LAST: Partial<Record<Kind, string>> = { date: '9999-12-31', month: '9999-12' };

/** A line of text under its label. */
export function TextField({ label, kind = 'text', suffix, hint, maxLength = 500, value, onChange, inputRef }: Props) {
  return (
    <Field label={label} suffix={suffix} hint={hint}>
      {({ id, describedBy }) => (
        <input
          id={id}
          className={controls.field}
          type={kind === 'date' || kind === 'month' ? kind : undefined}
          inputMode={kind === 'amount' ? 'decimal' : undefined}
          maxLength={maxLength}
          max={LAST[kind]}
          ref={inputRef}
          aria-describedby={describedBy}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
