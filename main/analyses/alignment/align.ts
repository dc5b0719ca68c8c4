import { ViewMemory } from '../../metrics/view-memory.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { assess } from './assess.ts';
import type { Assessed } from './assess.ts';
import { DRAWS, SEED } from './draws.ts';
import { gatherFacts } from './facts/gather.ts';
import type { AlignmentFacts } from './facts/facts.ts';
import { keptApart, momentOf, questionsOf, targetsOf } from './questions.ts';
import type { AlignmentRequest, Targets } from './questions.ts';
import { sidesOf } from './sides.ts';
import { summarise } from './summary.ts';
import type { Summary } from './summary.ts';

/** How an entity stands against its target model, as of the latest month with facts. */
export type Alignment = {
  facts: AlignmentFacts;
  dimensions: readonly Assessed[];
  targets: Targets;
  summary: Summary;
};

const answers = new ViewMemory<Alignment>(8);

/**
 * Compares an entity with its target model, dimension by dimension; a dimension with a target of its own is held
 * against that.
 * Throws a UsageError naming an unknown entity.
 */
export function alignEntity(view: WorkspaceView, request: AlignmentRequest): Alignment {
  const targets = targetsOf(view, request.entity);
  return answers.recall(view, [request, [...targets.values()]], () => {
    const questions = questionsOf(view, request, { targets, ...momentOf(request) });
    const assessment = assess(questions, {
      draws: DRAWS,
      seed: SEED,
      apart: keptApart(targets),
      targetScores: new Map([...targets].flatMap(([id, { score }]) => (score === null ? [] : [[id, score] as const]))),
    });
    return {
      facts: gatherFacts(view, sidesOf(view, request), momentOf(request)),
      dimensions: assessment.dimensions,
      targets,
      summary: summarise(assessment, SEED),
    };
  });
}
