import type { WavePlan } from '../../main/contract/decisions.ts';
import { displayText, formatDay, formatNumber } from '../../main/contract/format.ts';
import section from '../import/section.module.css';
import { ScrollRegion } from '../shell/scroll-region.tsx';
import controls from '../theme/controls.module.css';
import tables from './tables.module.css';

type Props = {
  waves: readonly WavePlan[];
  onChange: (wave: WavePlan) => void;
  onStrike: (wave: WavePlan) => void;
};

/** Waves, the earliest first, with what each of them holds. */
export function WaveTable({ waves, onChange, onStrike }: Props) {
  return (
    <ScrollRegion className={section.scroll} label="Waves, table">
      <table className={`${section.table} ${tables.table}`}>
        <thead>
          <tr>
            <th scope="col">Wave and what it holds</th>
            <th scope="col">Due</th>
            <th scope="col" data-number>
              Targets
            </th>
            <th scope="col" data-number>
              Synergies
            </th>
            <th scope="col">
              <span className="visually-hidden">Change or strike out</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {waves.map((wave) => (
            <Row key={wave.name} wave={wave} onChange={() => onChange(wave)} onStrike={() => onStrike(wave)} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Row({ wave, onChange, onStrike }: { wave: WavePlan; onChange: () => void; onStrike: () => void }) {
  const { targets, synergies } = wave;
  const name = displayText(wave.name);
  const held = [...targets.map(({ label }) => label), ...synergies.map(({ title }) => title)];
  return (
    <tr>
      <th scope="row">
        {name}
        <span className={tables.beneath}>
          {held.length === 0 ? 'nothing yet' : held.map((text) => displayText(text)).join(', ')}
        </span>
      </th>
      <td data-day>{formatDay(wave.due)}</td>
      <td data-number>{formatNumber(targets.length)}</td>
      <td data-number>{formatNumber(synergies.length)}</td>
      <td>
        <div className={tables.buttons}>
          <button type="button" className={controls.button} aria-label={`Change wave ${name}`} onClick={onChange}>
            Change…
          </button>
          <button type="button" className={controls.button} aria-label={`Strike out wave ${name}`} onClick={onStrike}>
            Strike out…
          </button>
        </div>
      </td>
    </tr>
  );
}
