import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { IntegrationTargets, Wave } from '../../main/contract/decisions.ts';
import { displayText, formatDay, formatNumber, formatValue } from '../../main/contract/format.ts';
import section from '../import/section.module.css';
import { useApp } from '../shell/store.ts';
import { SidePicker } from '../sides/side-picker.tsx';
import { ScrollRegion } from '../shell/scroll-region.tsx';
import controls from '../theme/controls.module.css';
import { Part } from './part.tsx';
import tables from './tables.module.css';
import { TargetDialog } from './target-dialog.tsx';
import { nameOf, targetText } from './words.ts';

type Props = { query: UseQueryResult<IntegrationTargets>; waves: readonly Wave[]; ledBy: object | null };

/** What each dimension of one entity is to become. */
export function Targets({ query, waves, ledBy }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const entities = query.data?.entities ?? [];
  // Whoever is being compared elsewhere is offered first.
  const compared = useApp((state) => state.sides?.at(0) ?? null);
  const entity = entities.find(({ code }) => code === (chosen ?? compared)) ?? entities.at(0);
  return (
    <Part
      part="targets"
      ledBy={ledBy}
      query={query}
      tools={
        entity && (
          <div className={tables.choice}>
            <span className={controls.muted}>Entity</span>
            <SidePicker label="Entity" value={entity.name} choices={entities} onChoose={setChosen} />
          </div>
        )
      }
    >
      {query.data && !entity && (
        <p>
          No extract names an entity. Import extracts of an acquired entity, and an entities extract with its owner.
        </p>
      )}
      {query.data && entity && <Dimensions key={entity.code} answer={query.data} waves={waves} entity={entity} />}
    </Part>
  );
}

type DimensionsProps = {
  answer: IntegrationTargets;
  waves: readonly Wave[];
  entity: IntegrationTargets['entities'][number];
};

function Dimensions({ answer, waves, entity }: DimensionsProps) {
  const [deciding, setDeciding] = useState<string | null>(null);
  const { dimensions, models, alignedFrom, currency } = answer;
  const own = answer.targets.filter((target) => target.entity === entity.code);
  const apart = own.filter(({ model }) => model === 'apart').length;
  const decided = dimensions.find(({ id }) => id === deciding);
  const otherwise = entity.owner === null ? 'Not decided' : `Not decided: as ${nameOf(entity.owner, models)}`;
  return (
    <>
      <p>
        {formatNumber(own.length)} of {formatNumber(dimensions.length)} dimensions of {displayText(entity.name)} decided
        {apart > 0 && `, ${formatNumber(apart)} kept apart: out of the score, and listed`}.
      </p>
      <ScrollRegion className={section.scroll} label="Integration targets, table">
        <table className={`${section.table} ${tables.table}`}>
          <thead>
            <tr>
              <th scope="col">Dimension</th>
              <th scope="col">Becomes</th>
              <th scope="col" data-number>
                Target score
              </th>
              <th scope="col">Owner</th>
              <th scope="col">Due</th>
              <th scope="col">Wave</th>
              <th scope="col" data-number>
                Cost a year
              </th>
              <th scope="col">
                <span className="visually-hidden">Decide</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {dimensions.map(({ id, label }) => {
              const target = own.find(({ dimension }) => dimension === id);
              const wave = waves.find(({ name }) => name === target?.wave);
              return (
                <tr key={id} data-open={target === undefined || undefined}>
                  <th scope="row">{displayText(label)}</th>
                  <td>{target ? targetText(target, models) : otherwise}</td>
                  <td data-number>
                    {target?.model === 'apart' ? '–' : formatNumber(target?.score ?? alignedFrom, { decimals: 0 })}
                  </td>
                  <td>{target?.owner ? displayText(target.owner) : '–'}</td>
                  <td>{target?.due ? formatDay(target.due) : '–'}</td>
                  <td>
                    {wave ? displayText(wave.name) : '–'}
                    {wave && <span className={tables.beneath}>{formatDay(wave.due)}</span>}
                  </td>
                  <td data-number>
                    {target && target.cost !== null ? formatValue(target.cost, 'money', { currency }) : '–'}
                  </td>
                  <td data-number>
                    <button
                      type="button"
                      className={controls.button}
                      aria-label={`${target ? 'Change' : 'Decide'}: ${displayText(label)}`}
                      onClick={() => setDeciding(id)}
                    >
                      {target ? 'Change…' : 'Decide…'}
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      {decided && (
        <TargetDialog
          answer={answer}
          waves={waves}
          entity={entity}
          dimension={decided}
          target={own.find(({ dimension }) => dimension === decided.id) ?? null}
          onClose={() => setDeciding(null)}
        />
      )}
    </>
  );
}
