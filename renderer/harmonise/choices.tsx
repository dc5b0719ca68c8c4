import { useId } from 'react';
import { CROSSWALK_DOMAINS } from '../../main/contract/crosswalk-domains.ts';
import type { HarmonisableEntity, HarmonisationRequest } from '../../main/contract/harmonisation.ts';
import { SidePicker } from '../sides/side-picker.tsx';
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
  const nameOf = (code: string | null) => entities.find((entity) => entity.code === code)?.name ?? code;
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
          <span className={controls.muted}>Entity</span>
          <SidePicker
            label="Entity"
            value={nameOf(request.entity)}
            choices={entities}
            onChoose={(code) => onChoose({ entity: code, against: null })}
          />
        </div>
        <div className={styles.choice}>
          <span className={controls.muted}>Target model</span>
          <SidePicker
            label="Target model"
            value={nameOf(request.against)}
            choices={entities.filter(({ code }) => code !== request.entity)}
            onChoose={(code) => onChoose({ against: code })}
          />
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
