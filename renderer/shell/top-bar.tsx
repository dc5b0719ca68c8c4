import { Search } from 'lucide-react';
import type { BriefingOutline, FilterOptions } from '../../main/contract/page.ts';
import { ComparisonChip } from '../filters/comparison-chip.tsx';
import { PeriodChip } from '../filters/period-chip.tsx';
import { ScopeChip } from '../filters/scope-chip.tsx';
import { StructureChip } from '../filters/structure-chip.tsx';
import controls from '../theme/controls.module.css';
import { useCommands } from './commands.ts';
import { isMac } from './platform.ts';
import { useApp, type Place } from './store.ts';
import styles from './top-bar.module.css';

type Props = { workspace: string; briefings: BriefingOutline[]; options: FilterOptions | undefined };

/** Where the reader is, what the figures cover, and the two things to do from anywhere. */
export function TopBar({ workspace, briefings, options }: Props) {
  const place = useApp((state) => state.place);
  const exporting = useApp((state) => state.exporting);
  const run = useCommands();
  const onPage = place?.view === 'page';
  return (
    <header className={styles.bar}>
      <div className={styles.wordmark}>Muster</div>
      <Breadcrumb parts={[workspace, ...placeNames(place, briefings)]} />
      <div className={styles.tools}>
        {onPage && options && (
          <div className={styles.filters} role="group" aria-label="Filters">
            <PeriodChip options={options} />
            <ComparisonChip />
            <StructureChip structures={options.structures} />
            <ScopeChip options={options} />
          </div>
        )}
        <button type="button" className={`${controls.button} ${styles.find}`} onClick={() => run('palette')}>
          <Search size={14} aria-hidden="true" />
          <span className={styles.findText}>Find or do…</span>
          <kbd className={styles.key}>{isMac() ? '⌘ K' : 'Ctrl K'}</kbd>
        </button>
        {onPage && (
          <button type="button" className={controls.primary} disabled={exporting} onClick={() => run('export_deck')}>
            {exporting ? 'Exporting…' : 'Export deck'}
          </button>
        )}
      </div>
    </header>
  );
}

function Breadcrumb({ parts }: { parts: string[] }) {
  return (
    <nav aria-label="Breadcrumb" className={styles.breadcrumb}>
      <ol className={styles.parts}>
        {parts.map((part, index) => (
          <li
            key={`${index} ${part}`}
            className={styles.part}
            aria-current={index === parts.length - 1 ? 'page' : undefined}
            title={part}
          >
            {part}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function placeNames(place: Place | null, briefings: BriefingOutline[]): string[] {
  if (place?.view === 'extracts') return ['Extracts'];
  if (place?.view === 'harmonise') return ['Harmonise'];
  if (place?.view === 'decisions') return ['Decisions'];
  if (place?.view === 'definitions') return ['Definitions'];
  const briefing = briefings.find((one) => one.id === place?.briefing);
  const page = briefing?.pages.find((one) => one.id === place?.page);
  return briefing && page ? [briefing.title, page.label] : [];
}
