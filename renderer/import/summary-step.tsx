import { Heading } from 'react-aria-components';
import type { ImportOutcome } from '../../main/contract/api.ts';
import { displayText, formatNumber } from '../../main/contract/format.ts';
import type { ImportReport } from '../../main/contract/workspace.ts';
import { useAppStore } from '../shell/store.ts';
import { useInitialFocus } from '../shell/use-initial-focus.ts';
import controls from '../theme/controls.module.css';
import dialog from './import-dialog.module.css';
import section from './section.module.css';
import styles from './summary-step.module.css';
import { useOpenBriefing } from './open-briefing.ts';

/** Accounts for every row of every file: read is accepted plus quarantined plus duplicates. */
export function SummaryStep({ outcomes, onClose }: { outcomes: ImportOutcome[]; onClose: () => void }) {
  const store = useAppStore();
  const openBriefing = useOpenBriefing();
  const focus = useInitialFocus();
  const refused = outcomes.filter((outcome) => outcome.failure !== null);
  const reports = outcomes.flatMap((outcome) => outcome.report ?? []);
  const quarantined = reports.some((report) => report.quarantined > 0);
  const leave = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <>
      <header className={dialog.head}>
        <Heading slot="title" className={dialog.title}>
          {reports.length === 0 ? 'Nothing was imported' : refused.length > 0 ? 'Imported in part' : 'Imported'}
        </Heading>
        <p className={controls.muted}>Every row is accounted for: rows read are accepted, quarantined or duplicates.</p>
      </header>
      <div className={dialog.body}>
        {reports.length > 0 && (
          <div className={section.scroll}>
            <table className={section.table}>
              <thead>
                <tr>
                  <th scope="col">File</th>
                  <th scope="col">Read as</th>
                  {['Rows read', 'Accepted', 'Quarantined', 'Duplicates', 'Restated', 'Skipped lines'].map((label) => (
                    <th key={label} scope="col" data-number>
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {reports.map((report, index) => (
                  <tr key={`${index} ${report.file}`}>
                    <th scope="row">{displayText(report.file)}</th>
                    <td>{report.profile}</td>
                    {[
                      report.rowsRead,
                      report.accepted,
                      report.quarantined,
                      report.duplicates,
                      report.restated,
                      report.skipped,
                    ].map((count, column) => (
                      <td key={column} data-number>
                        {formatNumber(count)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <Remarks reports={reports} />
        {refused.map((outcome) => (
          <p key={outcome.file} className={styles.refused}>
            <strong>{displayText(outcome.file)}</strong> was refused: {displayText(outcome.failure!.message)}
          </p>
        ))}
      </div>
      <footer className={dialog.foot}>
        <div>
          {quarantined && (
            <button
              type="button"
              className={controls.link}
              onClick={leave(() => store.getState().go({ view: 'extracts' }))}
            >
              See what was quarantined
            </button>
          )}
        </div>
        <button type="button" className={controls.primary} ref={focus} onClick={leave(openBriefing)}>
          {reports.length > 0 ? 'Open the briefing' : 'Close'}
        </button>
      </footer>
    </>
  );
}

/** What else there is to say per file: why rows were quarantined, warnings, and files that were already here. */
function Remarks({ reports }: { reports: ImportReport[] }) {
  const remarks = reports.flatMap((report) => [
    ...(report.batch === null
      ? [`${report.file}: all its rows were already in the workspace, so nothing was stored.`]
      : []),
    ...Object.entries(report.reasons).map(
      ([reason, rows]) => `${report.file}: ${formatNumber(rows)} quarantined, ${reason.replaceAll('_', ' ')}`,
    ),
    ...report.warnings.map((warning) => `${report.file}: ${warning.message}`),
  ]);
  if (remarks.length === 0) return null;
  return (
    <ul className={styles.remarks}>
      {remarks.map((remark, index) => (
        <li key={index}>{displayText(remark)}</li>
      ))}
    </ul>
  );
}
