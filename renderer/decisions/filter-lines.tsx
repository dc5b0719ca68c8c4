import { Plus, X } from 'lucide-react';
import { displayText } from '../../main/contract/format.ts';
import type { FilterOptions } from '../../main/contract/page.ts';
import controls from '../theme/controls.module.css';
import styles from './filter-lines.module.css';
import type { FilterLine } from './synergy-form.ts';

type Dimensions = FilterOptions['dimensions'];
type Props = { dimensions: Dimensions; lines: FilterLine[]; onChange: (lines: FilterLine[]) => void };

/** What the evidence is narrowed to: the same dimension again widens, another one narrows further. */
export function FilterLines({ dimensions, lines, onChange }: Props) {
  const change = (at: number, line: FilterLine) => onChange(lines.map((other, i) => (i === at ? line : other)));
  return (
    <fieldset className={styles.lines} data-wide>
      <legend>Where it must fall</legend>
      {lines.length === 0 && <p className={controls.muted}>Everywhere in the workspace.</p>}
      {lines.map((line, i) => (
        <div key={i} className={styles.line}>
          <select
            className={controls.select}
            aria-label={`Filter ${i + 1}, dimension`}
            value={line.dimension}
            onChange={(event) => change(i, { dimension: event.target.value, code: '' })}
          >
            <option value="">Choose a dimension</option>
            {withOwn(dimensions, line.dimension).map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
          <select
            className={controls.select}
            aria-label={`Filter ${i + 1}, value`}
            disabled={line.dimension === ''}
            value={line.code}
            onChange={(event) => change(i, { ...line, code: event.target.value })}
          >
            <option value="">Choose a value</option>
            {withOwn(dimensions.find(({ id }) => id === line.dimension)?.values ?? [], line.code).map(
              ({ code, label }) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ),
            )}
          </select>
          <button
            type="button"
            className={controls.icon}
            aria-label={`Remove filter ${i + 1}`}
            onClick={() => onChange(lines.filter((_, at) => at !== i))}
          >
            <X size={14} aria-hidden="true" />
          </button>
        </div>
      ))}
      <button
        type="button"
        className={controls.button}
        onClick={() => onChange([...lines, { dimension: '', code: '' }])}
      >
        <Plus size={14} aria-hidden="true" /> Narrow by…
      </button>
    </fieldset>
  );
}

/** What is offered, and what stands there already although it is not: the command line knows more dimensions. */
function withOwn(
  offers: readonly ({ id: string; label: string } | { code: string; label: string })[],
  own: string,
): { code: string; label: string }[] {
  const known = offers.map((offer) => ({
    code: 'id' in offer ? offer.id : offer.code,
    label: displayText(offer.label),
  }));
  if (own === '' || known.some(({ code }) => code === own)) return known;
  return [...known, { code: own, label: displayText(own) }];
}
