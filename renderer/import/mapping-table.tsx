import { displayText } from '../../main/contract/format.ts';
import type { ExtractPreview } from '../../main/contract/workspace.ts';
import controls from '../theme/controls.module.css';
import styles from './mapping-table.module.css';
import { missingTargets } from './missing-targets.ts';
import { ATTRIBUTE, attributeTarget, pairTarget } from './recipe-edit.ts';
import section from './section.module.css';

type Props = { preview: ExtractPreview; onMap: (source: string, target: string | null) => void };

/** Which column means what. Columns without a meaning of ours may stay as attributes, or be left out. */
export function MappingTable({ preview, onMap }: Props) {
  const { mapping, targets, header, sample } = preview;
  if (mapping.length === 0) return null;
  const missing = missingTargets(preview);
  return (
    <section>
      <h3 className={section.heading}>Columns</h3>
      {missing.length > 0 && <p className={styles.missing}>Still needed: {missing.join(', ')}</p>}
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
          {mapping.map(({ source, target }, index) => (
            <ColumnRow
              key={`${index} ${source}`}
              source={source}
              target={target ?? pairTarget(preview.recipe, source)}
              example={sample[0]?.cells[header.indexOf(source)] ?? ''}
              targets={targets}
              onMap={onMap}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type RowProps = Pick<ExtractPreview, 'targets'> & {
  source: string;
  target: string | null;
  example: string;
  onMap: Props['onMap'];
};

const LEFT_OUT = '';

function ColumnRow({ source, target, example, targets, onMap }: RowProps) {
  const known = targets.find((one) => one.column === target);
  const chosen = target === null ? LEFT_OUT : target.startsWith(ATTRIBUTE) ? ATTRIBUTE : target;
  const choose = (value: string): void =>
    onMap(source, value === LEFT_OUT ? null : value === ATTRIBUTE ? attributeTarget(source) : value);
  return (
    <tr data-out={target === null || undefined}>
      <th scope="row">{displayText(source)}</th>
      <td className={styles.example}>{displayText(example)}</td>
      <td>
        <select
          className={controls.select}
          aria-label={`Meaning of ${displayText(source)}`}
          value={chosen}
          onChange={(event) => choose(event.target.value)}
        >
          <option value={LEFT_OUT}>Leave out</option>
          <option value={ATTRIBUTE}>Keep as attribute</option>
          {/* A reading that cannot be chosen here, such as one half of a pair of hours. */}
          {!known && chosen !== LEFT_OUT && chosen !== ATTRIBUTE && <option value={chosen}>{chosen}</option>}
          {targets.map((one) => (
            <option key={one.column} value={one.column}>
              {one.required ? `${one.column} *` : one.column}
            </option>
          ))}
        </select>
      </td>
      <td className={styles.meaning}>{displayText(known?.meaning ?? '')}</td>
    </tr>
  );
}
