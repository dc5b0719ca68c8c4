import { displayText } from '../../main/contract/format.ts';
import type { ExtractPreview } from '../../main/contract/workspace.ts';
import controls from '../theme/controls.module.css';
import styles from './mapping-table.module.css';
import { ATTRIBUTE, attributeTarget } from './recipe-edit.ts';
import section from './section.module.css';

type Props = { preview: ExtractPreview; onMap: (source: string, target: string | null) => void };

/** Which column means what. Columns without a meaning of ours may stay as attributes, or be left out. */
export function MappingTable({ preview, onMap }: Props) {
  const { mapping, targets, header, sample } = preview;
  if (mapping.length === 0) return null;
  const missing = targets.filter((target) => target.required && !mapping.some((one) => one.target === target.column));
  const meaning = new Map(targets.map((target) => [target.column, target.meaning]));
  return (
    <section>
      <h3 className={section.heading}>Columns</h3>
      {missing.length > 0 && <p className={styles.missing}>Still needed: {missing.map((target) => target.column).join(', ')}</p>}
      <table className={`${section.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">First value</th>
            <th scope="col">Means</th>
            <th scope="col">
              <span className="visually-hidden">Explanation</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {mapping.map((one, index) => {
            const at = header.indexOf(one.source);
            return (
              <tr key={`${index} ${one.source}`} data-out={one.target === null || undefined}>
                <th scope="row">{displayText(one.source)}</th>
                <td className={styles.example}>{displayText(sample[0]?.cells[at] ?? '')}</td>
                <td>
                  <select
                    className={controls.select}
                    aria-label={`Meaning of ${displayText(one.source)}`}
                    value={one.target === null ? '' : one.target.startsWith(ATTRIBUTE) ? ATTRIBUTE : one.target}
                    onChange={(event) => onMap(one.source, event.target.value === '' ? null : event.target.value === ATTRIBUTE ? attributeTarget(one.source) : event.target.value)}
                  >
                    <option value="">Leave out</option>
                    <option value={ATTRIBUTE}>Keep as attribute</option>
                    {one.target && !one.target.startsWith(ATTRIBUTE) && !meaning.has(one.target) && <option value={one.target}>{one.target}</option>}
                    {targets.map((target) => (
                      <option key={target.column} value={target.column}>
                        {target.column}
                        {target.required ? ' *' : ''}
                      </option>
                    ))}
                  </select>
                </td>
                <td className={styles.meaning}>{one.target && displayText(meaning.get(one.target) ?? '')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
