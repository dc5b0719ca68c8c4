import { useState } from 'react';
import type { CrosswalkDomain } from '../../main/contract/crosswalk-domains.ts';
import type { HarmonisationRequest } from '../../main/contract/harmonisation.ts';
import { failureOf } from '../api.ts';
import { useHarmonisableEntities, useHarmonisation } from '../queries.ts';
import { FailureNote } from '../shell/failure-note.tsx';
import { useApp } from '../shell/store.ts';
import place from '../shell/place.module.css';
import controls from '../theme/controls.module.css';
import { Choices } from './choices.tsx';
import styles from './harmonise-page.module.css';
import { Studio } from './studio.tsx';

type Chosen = { domain: CrosswalkDomain; entity: string | null; against: string | null; version: number | null };

/** What the jobs, suppliers and other codes of an entity are in its target model: suggested, decided, undone. */
export function HarmonisePage() {
  const entities = useHarmonisableEntities();
  const [chosen, setChosen] = useState<Chosen>({ domain: 'job', entity: null, against: null, version: null });
  const list = entities.data ?? [];
  // Whoever is being compared elsewhere is offered first.
  const compared = useApp((state) => state.sides) ?? [];
  const entity =
    list.find(({ code }) => code === chosen.entity) ?? list.find(({ code }) => code === compared.at(0)) ?? list.at(0);
  const comparedWith = entity?.code === compared.at(0) ? compared.at(1) : undefined;
  const against =
    chosen.against ?? comparedWith ?? entity?.against ?? list.find(({ code }) => code !== entity?.code)?.code ?? null;
  const request: HarmonisationRequest | null =
    entity && against !== null ? { ...chosen, entity: entity.code, against } : null;
  const model = useHarmonisation(request);
  if (entities.isError || model.isError)
    return (
      <FailureNote
        failure={failureOf(entities.error ?? model.error)}
        action={{
          label: 'Start again',
          run: () => setChosen({ domain: 'job', entity: null, against: null, version: null }),
        }}
      />
    );
  return (
    <div className={`${place.place} ${styles.page}`}>
      <header className={styles.head}>
        <div>
          <h1 className={place.title}>Harmonise</h1>
          <p className={controls.muted}>
            What each code of an entity is in its target model; heads count outside workers too. Every set of decisions
            is a batch and can be undone.
          </p>
        </div>
        {request && (
          <Choices
            entities={list}
            request={request}
            latest={model.data?.history.length ?? 0}
            onChoose={(change) => setChosen({ ...chosen, version: null, ...change })}
          />
        )}
      </header>
      {entities.isSuccess && request === null && (
        <section className={styles.empty}>
          <h2 className={place.section}>There is nothing to compare with yet</h2>
          <p className={controls.muted}>
            Import extracts of an acquired entity and of its target model, and an entities extract that says who owns
            whom.
          </p>
        </section>
      )}
      {request && model.data && (
        <Studio
          key={`${request.entity}/${request.against}/${request.domain}`}
          model={model.data}
          request={request}
          isStale={model.isPlaceholderData}
        />
      )}
    </div>
  );
}
