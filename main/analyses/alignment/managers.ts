import type { AlignmentFacts, Head } from './facts/facts.ts';
import { isOwn } from './heads-of.ts';

/** A manager with employed direct reports in post, at the site of the manager, or of most reports where the manager is not known. */
export type Manager = { person: string; place: number; reports: number; head: Head | null };

/** Managers of both sides in ascending order of reports; reports on the other side do not count. */
export function managersOf(facts: AlignmentFacts): Manager[] {
  const heads = new Map(facts.heads.map((head) => [head.person, head]));
  const led = facts.heads.filter(({ manager, employed }) => manager !== null && employed);
  const managers = [...Map.groupBy(led, ({ manager }) => manager!)].map(([person, reports]): Manager => {
    const head = heads.get(person) ?? null;
    const place = head?.place ?? commonest(reports);
    const own = isOwn(facts, { place });
    return { person, place, head, reports: reports.filter((report) => isOwn(facts, report) === own).length };
  });
  return managers.filter(({ reports }) => reports > 0).sort((a, b) => a.reports - b.reports);
}

/** Reports of the managers of one side, in the order of the managers. */
export function spansOf(facts: AlignmentFacts, managers: readonly Manager[], own: boolean): number[] {
  return managers.filter((manager) => isOwn(facts, manager) === own).map(({ reports }) => reports);
}

function commonest(heads: readonly Head[]): number {
  const counts = new Map<number, number>();
  for (const { place } of heads) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0][0];
}
