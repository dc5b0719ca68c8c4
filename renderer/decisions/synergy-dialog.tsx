import { useState } from 'react';
import type { MeasuredSynergy, SynergyLedger, Wave } from '../../main/contract/decisions.ts';
import { displayText, formatNumber } from '../../main/contract/format.ts';
import { bridge } from '../api.ts';
import { useFilterOptions } from '../queries.ts';
import { useInitialFocus } from '../shell/use-initial-focus.ts';
import { ChoiceField } from './choice-field.tsx';
import { FilterLines } from './filter-lines.tsx';
import { FormDialog } from './form-dialog.tsx';
import { isMoney, readSynergy, synergyForm, type SynergyForm } from './synergy-form.ts';
import { TextField } from './text-field.tsx';
import { useChange } from './use-change.ts';
import { WaveField } from './wave-field.tsx';
import { numbersText } from './words.ts';

type Props = {
  ledger: SynergyLedger;
  waves: readonly Wave[];
  /** Entry to be changed; null for another one. */
  measured: MeasuredSynergy | null;
  onClose: () => void;
};

/** An entry of the ledger: what is promised by whom, and the metric that must move. */
export function SynergyDialog({ ledger, waves, measured, onClose }: Props) {
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
      <TextField label="Title" value={form.title} onChange={(title) => set({ title })} inputRef={focus} />
      <TextField label="Owner" value={form.owner} onChange={(owner) => set({ owner })} />
      <ChoiceField
        label="Metric that must fall"
        options={metrics.map(({ metric, title }) => ({ value: metric, label: displayText(title) }))}
        value={form.metric}
        onChange={(metric) => set({ metric })}
      />
      <TextField label="Falls from" kind="month" value={form.from} onChange={(from) => set({ from })} />
      <TextField
        label="Planned saving a year"
        kind="amount"
        suffix={isMoney(form.metric, metrics) ? money : 'hours'}
        value={form.planned}
        onChange={(planned) => set({ planned })}
      />
      <TextField
        label="One-off cost"
        kind="amount"
        suffix={money}
        hint="Empty where it costs nothing"
        value={form.oneOff}
        onChange={(oneOff) => set({ oneOff })}
      />
      <WaveField waves={waves} value={form.wave} onChange={(wave) => set({ wave })} />
      <FilterLines dimensions={dimensions} lines={form.lines} onChange={(lines) => set({ lines })} />
    </FormDialog>
  );
}
