import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { displayText } from '../../main/contract/format.ts';
import { failureOf } from '../api.ts';
import { useDefinitions } from '../queries.ts';
import { FailureNote } from '../shell/failure-note.tsx';
import controls from '../theme/controls.module.css';
import place from '../shell/place.module.css';
import { DefinitionFacts } from './definition-facts.tsx';
import styles from './definitions-page.module.css';

/** Every metric with its rules, as the deck's appendix prints them. */
export function DefinitionsPage({ metric }: { metric: string | null }) {
  const definitions = useDefinitions();
  const [search, setSearch] = useState('');
  useEffect(() => {
    if (metric && definitions.isSuccess)
      document.getElementById(`definition-${metric}`)?.scrollIntoView({ block: 'start' });
  }, [metric, definitions.isSuccess]);
  if (definitions.isError)
    return (
      <FailureNote
        failure={failureOf(definitions.error)}
        action={{ label: 'Try again', run: () => void definitions.refetch() }}
      />
    );
  const needle = search.trim().toLowerCase();
  const found = (definitions.data ?? []).filter((one) =>
    `${one.title} ${one.metric} ${one.formula}`.toLowerCase().includes(needle),
  );
  return (
    <div className={place.place}>
      <header className={place.head}>
        <div>
          <h1 className={place.title}>Definitions</h1>
          <p className={controls.muted}>
            One rule for each figure, the same on screen, in the deck and on the command line.
          </p>
        </div>
        <label className={styles.search}>
          <span className="visually-hidden">Search definitions</span>
          <Search size={14} aria-hidden="true" />
          <input
            className={controls.field}
            type="search"
            placeholder="Search"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
      </header>
      {definitions.isSuccess && found.length === 0 && (
        <p className={controls.muted}>No definition contains “{search}”.</p>
      )}
      <div className={styles.list}>
        {found.map((definition) => (
          <section key={definition.metric} id={`definition-${definition.metric}`} className={styles.card}>
            <h2 className={styles.name}>{displayText(definition.title)}</h2>
            <p className={styles.id}>
              {definition.metric} · version {definition.version}
            </p>
            <DefinitionFacts definition={definition} folded={false} />
          </section>
        ))}
      </div>
    </div>
  );
}
