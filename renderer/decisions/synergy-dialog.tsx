import { useState, type HTMLInputTypeAttribute } from 'react';
import type { MeasuredSynergy, SynergyLedger } from '../../main/contract/decisions.ts';
import { displayText, formatNumber } from '../../main/contract/format.ts';
import { bridge } from '../api.ts';
import { useFilterOptions } from '../queries.ts';
import { useInitialFocus } from '../shell/use-initial-focus.ts';
import controls from '../theme/controls.module.css';
import { Field } from './field.tsx';
import { FilterLines } from './filter-lines.tsx';
import { FormDialog } from './form-dialog.tsx';
import { isMoney, readSynergy, synergyForm, type SynergyForm } from './synergy-form.ts';
import { useChange } from './use-change.ts';
import { numbersText } from './words.ts';

type Props = {
  ledger: SynergyLedger;
  /** Entry to be changed; null for another one. */
  measured: MeasuredSynergy | null;
  onClose: () => void;
};

type TextPart = 'title' | 'owner' | 'planned' | 'oneOff' | 'from';

/** An entry of the ledger: what is promised by whom, and the metric that must move. */
export function SynergyDialog({ ledger, measured, onClose }: Props) {
  const { metrics } = ledger;
  const currency = measured?.currency ?? ledger.total.currency;
  const synergy = measured?.synergy ?? null;
  const [form, setForm] = useState(() => synergyForm(synergy, metrics, currency));
  const dimensions = useFilterOptions().data?.dimensions ?? [];
  const changing = useChange();
  const focus = useInitialFocus();
  const { entry, problem } = readSynergy(form);
  const set = (part: Partial<SynergyForm>) => setForm({ ...form, ...part });
  const money = currency ?? undefined;
  const save = async () => {
    if (entry === null) return;
    const done = await changing.change(async () => {
      const { overlaps } = await bridge().api.saveSynergy({ id: synergy?.id ?? null, entry });
      return {
        text: `${displayText(entry.title)} is in the ledger.`,
        hint: overlaps.length > 0 ? `It counts the same saving as ${numbersText(overlaps)}.` : null,
      };
    });
    if (done) onClose();
  };
  const typed = (part: TextPart, { type, first = false }: { type?: HTMLInputTypeAttribute; first?: boolean } = {}) => {
    const isAmount = part === 'planned' || part === 'oneOff';
    return ({ id, describedBy }: { id: string; describedBy: string | undefined }) => (
      <input
        id={id}
        className={controls.field}
        type={type}
        inputMode={isAmount ? 'decimal' : undefined}
        maxLength={500}
        max={type === 'month' ? '9999-12' : undefined}
        ref={first ? focus : undefined}
        aria-describedby={describedBy}
        value={form[part]}
        onChange={(event) => set({ [part]: event.target.value })}
      />
    );
  };
  return (
    <FormDialog
      title={synergy === null ? 'Enter a synergy' : `Change synergy ${formatNumber(synergy.id)}`}
      note="Only the plan is typed in. What is realised follows from the metric, against the same months a year before."
      save={synergy === null ? 'Enter it' : 'Save changes'}
      problem={problem}
      changing={changing}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Field label="Title">{typed('title', { first: true })}</Field>
      <Field label="Owner">{typed('owner')}</Field>
      <Field label="Metric that must fall">
        {({ id }) => (
          <select
            id={id}
            className={controls.select}
            value={form.metric}
            onChange={(event) => set({ metric: event.target.value })}
          >
            {metrics.map(({ metric, title }) => (
              <option key={metric} value={metric}>
                {displayText(title)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Falls from">{typed('from', { type: 'month' })}</Field>
      <Field label="Planned saving a year" suffix={isMoney(form.metric, metrics) ? money : 'hours'}>
        {typed('planned')}
      </Field>
      <Field label="One-off cost" suffix={money} hint="Empty where it costs nothing">
        {typed('oneOff')}
      </Field>
      <FilterLines dimensions={dimensions} lines={form.lines} onChange={(lines) => set({ lines })} />
    </FormDialog>
  );
}
