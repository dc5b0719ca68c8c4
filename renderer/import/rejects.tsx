import { displayText, formatNumber } from '../../main/contract/format.ts';
import type { ExtractPreview } from '../../main/contract/workspace.ts';
import controls from '../theme/controls.module.css';
import section from './section.module.css';

const LISTED = 8;

/** What would go to quarantine, judged by the first rows. */
export function Rejects({ preview }: { preview: ExtractPreview }) {
  const { rejects, rowsChecked } = preview;
  if (rowsChecked === 0) return null;
  if (rejects.length === 0) return <p>None of the first {formatNumber(rowsChecked)} rows would be rejected.</p>;
  return (
    <section>
      <h3 className={section.heading}>
        {formatNumber(rejects.length)} of the first {formatNumber(rowsChecked)} rows would be rejected
      </h3>
      <table className={section.table}>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Column</th>
            <th scope="col">Value</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {rejects.slice(0, LISTED).map((reject, index) => (
            <tr key={index}>
              <td>{formatNumber(reject.row)}</td>
              <td>{displayText(reject.column ?? '–')}</td>
              <td>{displayText(reject.value ?? '–')}</td>
              <td>{displayText(reject.reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rejects.length > LISTED && (
        <p className={controls.muted}>
          and {formatNumber(rejects.length - LISTED)} more. All are listed after the import, with file, row and reason.
        </p>
      )}
    </section>
  );
}
