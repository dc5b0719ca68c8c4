import type { BriefingOutline } from '../../main/contract/page.ts';
import styles from './navigation.module.css';
import { useApp, type Place } from './store.ts';

/** Places of the workspace itself; some have nothing to show before there are rows. */
const WORKSPACE_PLACES: readonly { to: Place; label: string; needsRows: boolean }[] = [
  { to: { view: 'extracts' }, label: 'Extracts', needsRows: false },
  { to: { view: 'harmonise' }, label: 'Harmonise', needsRows: true },
  { to: { view: 'decisions', part: null }, label: 'Decisions', needsRows: true },
  { to: { view: 'definitions', metric: null }, label: 'Definitions', needsRows: false },
];

type Props = { briefings: BriefingOutline[]; hasRows: boolean };

/** The pages of the briefing that is open, the other briefings, and the workspace itself. */
export function Navigation({ briefings, hasRows }: Props) {
  const place = useApp((state) => state.place);
  const go = useApp((state) => state.go);
  const last = useApp((state) => state.briefing);
  const remembered = briefings.find((briefing) => briefing.id === last) ?? briefings[0];
  const others = briefings.filter((briefing) => briefing !== remembered && briefing.pages.length > 0);
  const openBriefing = (briefing: BriefingOutline) =>
    go({ view: 'page', briefing: briefing.id, page: briefing.pages[0].id });
  return (
    <nav className={styles.nav} aria-label="Briefings and workspace">
      {hasRows && remembered && (
        <section>
          <h2 className={styles.heading}>{remembered.title}</h2>
          <ol>
            {remembered.pages.map((page, index) => (
              <li key={page.id}>
                <button
                  type="button"
                  className={styles.item}
                  aria-current={
                    place?.view === 'page' && place.page === page.id && place.briefing === remembered.id
                      ? 'page'
                      : undefined
                  }
                  onClick={() => go({ view: 'page', briefing: remembered.id, page: page.id })}
                >
                  <span className={`${styles.position} number`}>{index + 1}</span>
                  <span>{page.label}</span>
                </button>
              </li>
            ))}
          </ol>
        </section>
      )}
      {hasRows && others.length > 0 && (
        <section>
          <h2 className={styles.heading}>Other briefings</h2>
          <ul>
            {others.map((briefing) => (
              <li key={briefing.id}>
                <button type="button" className={styles.item} onClick={() => openBriefing(briefing)}>
                  <span className={styles.position} />
                  <span>{briefing.title}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2 className={styles.heading}>Workspace</h2>
        <ul>
          {WORKSPACE_PLACES.filter(({ needsRows }) => hasRows || !needsRows).map(({ to, label }) => (
            <li key={to.view}>
              <button
                type="button"
                className={styles.item}
                aria-current={place?.view === to.view ? 'page' : undefined}
                onClick={() => go(to)}
              >
                <span className={styles.position} />
                <span>{label}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </nav>
  );
}
