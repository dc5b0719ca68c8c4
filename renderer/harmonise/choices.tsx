import { useId } from 'react';
import { CROSSWALK_DOMAINS } from '../../main/contract/crosswalk-domains.ts';
import { displayText } from '../../main/contract/format.ts';
import type { HarmonisableEntity, HarmonisationRequest } from '../../main/contract/harmonisation.ts';
import controls from '../theme/controls.module.css';
import styles from './choices.module.css';
import { DOMAIN_WORDS } from './words.ts';

type Props = {
  entities: readonly HarmonisableEntity[];
  request: HarmonisationRequest;
  /** Latest version of the crosswalk. */
  latest: number;
  onChoose: (change: Partial<HarmonisationRequest>) => void;
};

/** Whose codes, against which model, of which kind, in which version. */
export function Choices({ entities, request, latest, onChoose }: Props) {
  const id = useId();
  const options = (except: string | null) =>
    entities
      .filter(({ code }) => code !== except)
      .map(({ code, name }) => (
        <option key={code} value={code}>
          {displayText(name)}
        </option>
      ));
  return (
    <div className={styles.choices}>
      <div className={styles.domains} role="group" aria-label="What to map">
        {CROSSWALK_DOMAINS.map((domain) => (
          <button
            key={domain}
            type="button"
            className={styles.domain}
            aria-pressed={domain === request.domain}
            onClick={() => onChoose({ domain })}
          >
            {DOMAIN_WORDS[domain].tab}
          </button>
        ))}
      </div>
      <div className={styles.sides}>
        <div className={styles.choice}>
          <label htmlFor={`${id}-entity`}>Entity</label>
          <select
            id={`${id}-entity`}
            className={controls.select}
            value={request.entity ?? ''}
            onChange={(event) => onChoose({ entity: event.target.value, against: null })}
          >
            {options(null)}
          </select>
        </div>
        <div className={styles.choice}>
          <label htmlFor={`${id}-against`}>Target model</label>
          <select
            id={`${id}-against`}
            className={controls.select}
            value={request.against ?? ''}
            onChange={(event) => onChoose({ against: event.target.value })}
          >
            {options(request.entity)}
          </select>
        </div>
        <div className={styles.choice}>
          <label htmlFor={`${id}-version`}>Version</label>
          <select
            id={`${id}-version`}
            className={controls.select}
            value={request.version ?? latest}
            onChange={(event) => {
              const version = Number(event.target.value);
              onChoose({ version: version === latest ? null : version });
            }}
          >
            {Array.from({ length: latest + 1 }, (_, i) => latest - i).map((version) => (
              <option key={version} value={version}>
                {version === latest ? `${version} (latest)` : version}
              </option>
            ))}
          </select>
        </div>
      </div>
    </div>
  );
}
