import { computeFigures } from '../../metrics/figures.ts';
import { permuteClusters } from '../../stats/cluster-permutation.ts';
import { holm } from '../../stats/holm.ts';
import { seededRandom } from '../../stats/random.ts';
import type { Filter } from '../../contract/figure.ts';
import type { WorkspaceView } from '../../workspace/view.ts';

/** A ratio that entities are held against one another on. */
export type Measure = { metric: string; variant: string | null };

/** Whether the first entity stands apart from the others taken together, by exchanging whole sites. */
export type Standing = 'apart' | 'within_noise' | 'too_few_sites';

const SEED = 20_250_101;
const DRAWS = 1_999;
const FEWEST_ARRANGEMENTS = 20;
const WITHIN = 0.95;
const SIGNIFICANT = 0.05 + 1e-12;

/**
 * Judges every measure for the first of some groups, each given by its filter, against the others pooled; corrected over
 * the measures by Holm.
 *
 * Sites whose figure is hidden or not measured are left out; the numerator and denominator of the others are pooled
 * before dividing.
 */
export function standApart(
  view: WorkspaceView,
  measures: readonly Measure[],
  scope: { groups: readonly Filter[]; where: Filter; from: number; to: number },
): Standing[] {
  const { groups, where, from, to } = scope;
  const figures = computeFigures(
    view,
    measures.flatMap(({ metric, variant }) =>
      groups.map((group) => ({ metric, variants: [variant], by: ['site'], where: { ...where, ...group }, from, to })),
    ),
  );
  const tests = measures.map((_, at) => {
    const measured = groups.flatMap((_group, group) =>
      figures[at * groups.length + group].flatMap(({ numerator, denominator }) =>
        numerator === null || denominator === null || denominator <= 0
          ? []
          : [{ own: group === 0, numerator, denominator }],
      ),
    );
    const pooled = (labels: Uint8Array, side: number) => {
      let [above, below] = [0, 0];
      for (let site = 0; site < measured.length; site++) {
        if (labels[site] !== side) continue;
        above += measured[site].numerator;
        below += measured[site].denominator;
      }
      return below > 0 ? above / below : null;
    };
    return permuteClusters(
      Uint8Array.from(measured, ({ own }) => (own ? 1 : 0)),
      (labels) => {
        const [first, others] = [pooled(labels, 1), pooled(labels, 0)];
        return first === null || others === null ? null : Math.abs(first - others);
      },
      { random: seededRandom(SEED + at), draws: DRAWS, fewest: FEWEST_ARRANGEMENTS, within: WITHIN },
    );
  });
  const adjusted = holm(tests.flatMap((test) => (test.kind === 'tested' ? [test.p] : [])));
  return tests.map((test) => {
    if (test.kind !== 'tested') return 'too_few_sites';
    return adjusted.shift()! <= SIGNIFICANT ? 'apart' : 'within_noise';
  });
}
