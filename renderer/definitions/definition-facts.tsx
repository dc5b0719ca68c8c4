import type { MetricDefinition } from '../../main/contract/figure.ts';
import { displayText } from '../../main/contract/format.ts';
import styles from './definition-facts.module.css';

/** A definition as printed everywhere: formula, unit, grain, how it adds, where it is from, what happens at the edges. */
export function DefinitionFacts({ definition, folded }: { definition: MetricDefinition; folded: boolean }) {
  const facts = (
    <dl className={styles.facts}>
      {!folded && <Fact term="Formula">{displayText(definition.formula)}</Fact>}
      <Fact term="Unit">{definition.unit.replaceAll('_', ' ')}</Fact>
      <Fact term="Grain">{displayText(definition.grain)}</Fact>
      <Fact term="Additivity">{definition.additivity}</Fact>
      <Fact term="Source">{displayText(definition.source)}</Fact>
      {definition.edge_cases.length > 0 && (
        <Fact term="Edge cases">
          <ul className={styles.cases}>
            {definition.edge_cases.map((one) => (
              <li key={one}>{displayText(one)}</li>
            ))}
          </ul>
        </Fact>
      )}
    </dl>
  );
  if (!folded) return facts;
  return (
    <details className={styles.fold}>
      <summary>Definition in full</summary>
      {facts}
    </details>
  );
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
