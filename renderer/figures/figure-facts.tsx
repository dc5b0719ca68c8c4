import { displayText, formatMoney, formatNumber, formatPeriod, formatValue } from '../../main/contract/format.ts';
import type { Figure, FigureQuery } from '../../main/contract/figure.ts';
import type { FilterOptions } from '../../main/contract/page.ts';
import { dimensionLabel } from '../filters/scope-words.ts';
import { absenceInWords } from '../../main/contract/absence.ts';
import { useWorkspace } from '../queries.ts';
import styles from './figure-facts.module.css';
import { quantityText } from './quantity-text.ts';

type Props = {
  figure: Figure | null;
  /** The value as it stands at the mark or cell that was chosen. */
  shown: string | null;
  /** What the figure is called. */
  name: string;
  /** Whether the formula is the figure's own, or that of a number worked out from it. */
  isOwn: boolean;
  failed: boolean;
  query: FigureQuery;
  formula: string | null;
  options: FilterOptions | undefined;
};

/** A figure with all that defends it: how it divides, what it covers and what it leaves out. */
export function FigureFacts({ figure, shown, name, isOwn, failed, query, formula, options }: Props) {
  return (
    <div className={`${styles.facts} number`}>
      <Headline figure={figure} shown={shown} name={name} />
      {failed && <p className={styles.absence}>The figure could not be computed again; its rows are below.</p>}
      <dl className={styles.list}>
        {formula && <Fact term="Formula">{displayText(formula)}</Fact>}
        {figure && isOwn && (
          <>
            <Fact term="Numerator">{quantityText(figure.numerator, figure)}</Fact>
            {/* Money and counts are not divided by anything. */}
            {(figure.denominator !== null || figure.value === null) && (
              <Fact term="Denominator">{quantityText(figure.denominator, figure)}</Fact>
            )}
            <Fact term="Unit">
              {[figure.unit.replaceAll('_', ' '), figure.currency, figure.variant].filter(Boolean).join(' · ')}
            </Fact>
          </>
        )}
        <Fact term="Period">{formatPeriod(query.from, query.to)}</Fact>
        <Fact term="Filters">{filterText(query, options)}</Fact>
        {figure?.rows != null && <Fact term="Rows used">{formatNumber(figure.rows)}</Fact>}
        {figure?.note && <Fact term="Note">{displayText(figure.note)}</Fact>}
        {figure && figure.missing.length > 0 && <Fact term="Would improve it">{figure.missing.join(', ')}</Fact>}
      </dl>
      {figure && figure.exclusions.length > 0 && <Exclusions figure={figure} />}
    </div>
  );
}

/**
 * The figure, large. A mark may stand for a part of it, such as one effect of a cost change or a share of hours: then the mark's
 * value is what was asked about, and the figure beneath it is named.
 */
function Headline({ figure, shown, name }: Pick<Props, 'figure' | 'shown' | 'name'>) {
  if (!figure) return shown && <p className={styles.value}>{shown}</p>;
  const text = formatValue(figure.value, figure.unit, { currency: figure.currency });
  const isPart = shown !== null && shown !== text && figure.value !== null;
  return (
    <p className={styles.value} data-absent={figure.value === null || undefined}>
      {isPart ? shown : text}
      {isPart && (
        <span className={styles.absence}>
          {' '}
          rests on {name.toLowerCase()}, {text}
        </span>
      )}
      {figure.absence && <span className={styles.absence}> {absenceInWords(figure)}</span>}
    </p>
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

function Exclusions({ figure }: { figure: Figure }) {
  const workspace = useWorkspace();
  // A share has no currency of its own; what it leaves out has that of the extracts.
  const currency = figure.currency ?? workspace.data?.currency ?? null;
  return (
    <table className={styles.exclusions}>
      <thead>
        <tr>
          <th scope="col">Left out, and why</th>
          <th scope="col">Rows</th>
          <th scope="col">Hours</th>
          <th scope="col">Money</th>
        </tr>
      </thead>
      <tbody>
        {figure.exclusions.map((exclusion) => (
          <tr key={exclusion.reason}>
            <th scope="row">{displayText(exclusion.reason)}</th>
            <td>{formatNumber(exclusion.rows)}</td>
            <td>{exclusion.hours === 0 ? '–' : formatNumber(exclusion.hours)}</td>
            <td>{exclusion.costMinor === 0 ? '–' : formatMoney(exclusion.costMinor, currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function filterText(query: FigureQuery, options: FilterOptions | undefined): string {
  const dimensions = options?.dimensions ?? [];
  const parts = Object.entries(query.where).map(([id, codes]) => {
    const values = dimensions.find((one) => one.id === id)?.values ?? [];
    const labels = codes.map((code) => values.find((value) => value.code === code)?.label ?? code);
    return `${dimensionLabel(id, dimensions)} ${labels.join(' or ')}`;
  });
  return parts.length > 0 ? displayText(parts.join(', ')) : 'none';
}
