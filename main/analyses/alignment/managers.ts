import type { AlignmentFacts, Head } from './facts/facts.ts';
import { isEmployed, isOwn } from './heads-of.ts';

/** A manager with employed direct reports in post, at the site of the manager, or of most reports where the manager is not known. */
export type Manager = { person: string; place: number; reports: number; head: Head | null };

/** Managers of both sides in ascending order of reports; reports on the other side do not count. */
export function managersOf(facts: AlignmentFacts): Manager[] {
  const heads = new Map(facts.heads.map((head) => [head.person, head]));
  const reports = new Map<string, Head[]>();
  for (const head of facts.heads) {
    if (head.manager === null || !isEmployed(head)) continue;
    const led = reports.get(head.manager);
    if (led) led.push(head);
    else reports.set(head.manager, [head]);
  }
  const managers = [...reports].map(([person, led]): Manager => {
    const head = heads.get(person) ?? null;
    const place = head?.place ?? commonest(led);
    const own = isOwn(facts, { place });
    return { person, place, head, reports: led.filter((report) => isOwn(facts, report) === own).length };
  });
  return managers.filter(({ reports: led }) => led > 0).sort((a, b) => a.reports - b.reports);
}

function commonest(heads: readonly Head[]): number {
  const counts = new Map<number, number>();
  for (const { place } of heads) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0][0];
}
