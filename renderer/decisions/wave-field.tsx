import type { Wave } from '../../main/contract/decisions.ts';
import { displayText, formatDay } from '../../main/contract/format.ts';
import { ChoiceField } from './choice-field.tsx';

type Props = {
  waves: readonly Wave[];
  /** Empty for none. */
  value: string;
  onChange: (wave: string) => void;
};

/** The wave that something is promised by, the earliest first. */
export function WaveField({ waves, value, onChange }: Props) {
  return (
    <ChoiceField
      label="Wave"
      hint={waves.length === 0 ? 'None is planned yet; plan one under Waves' : undefined}
      options={[
        { value: '', label: 'No wave' },
        ...waves.map(({ name, due }) => ({ value: name, label: `${displayText(name)}, ${formatDay(due)}` })),
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
