import { END } from './calendar.ts';
import { groupBy } from './group-by.ts';
import type { Rng } from './rng.ts';
import type { Holding } from './seats.ts';
import { SPANS } from './story.ts';
import type { Unit } from './system.ts';

type Range = { low: number; high: number };

/** Who reports to whom on 30 September 2026: `managerOf` names the manager of a row, '' where there is none. */
export type Teams = { managerOf: (holding: Holding) => string };

/**
 * A unit’s longest-serving manager heads it, or the head of its site where it has no manager. Where more people than one span
 * report to a head, the other managers and then the longest-serving staff lead teams; Bayside’s teams are narrower.
 * People who left are shown under whoever heads their unit now, as HR systems do.
 */
export function teamsOf(holdings: readonly Holding[], rng: Rng): Teams {
  const inPost = holdings.filter((holding) => holding.end === null || holding.end >= END);
  const heads = headsOf(inPost);
  const chief = heads.get('Corporate')!;
  const leaders = new Map<string, string>();
  for (const [name, members] of groupBy(inPost, ({ seat }) => seat.unit.name)) {
    const { unit } = members[0]!.seat;
    const head = headOf(unit, heads);
    const range = unit.entity === 'Bayside' ? SPANS.bayside : SPANS.northlake;
    const led = bySeniority(members.filter((member) => member !== head));
    for (const [member, leader] of teams(led, head, range, rng.fork(name))) leaders.set(member, leader);
  }
  const siteHeads = new Set([...heads].filter(([place]) => heads.get(place) !== chief).map(([, head]) => head));
  for (const head of siteHeads) leaders.set(head.worker, superiorOf(head, heads, chief).worker);
  return {
    managerOf: (holding) => {
      const isInPost = holding.end === null || holding.end >= END;
      const head = headOf(holding.seat.unit, heads).worker;
      if (isInPost) return leaders.get(holding.worker) ?? '';
      return head === holding.worker ? '' : head;
    },
  };
}

/** The longest-serving manager of each unit and of each site, by the name of the place. */
function headsOf(inPost: readonly Holding[]): Map<string, Holding> {
  const heads = new Map<string, Holding>();
  for (const holding of inPost) {
    if (holding.seat.job !== 'MGR' || holding.end !== null) continue;
    for (const place of [holding.seat.unit.name, holding.seat.unit.site]) {
      const known = heads.get(place);
      if (!known || holding.start < known.start) heads.set(place, holding);
    }
  }
  return heads;
}

function headOf(unit: Unit, heads: ReadonlyMap<string, Holding>): Holding {
  const head = heads.get(unit.name) ?? heads.get(unit.site);
  if (!head) throw new RangeError(`nobody heads ${unit.name}`);
  return head;
}

/** The head of a unit reports to the head of its site; that one to the head of Bayside or of the whole system. */
function superiorOf(head: Holding, heads: ReadonlyMap<string, Holding>, chief: Holding): Holding {
  const { unit } = head.seat;
  const ofSite = heads.get(unit.site)!;
  if (ofSite !== head) return ofSite;
  const ofBayside = heads.get('Bayside')!;
  return unit.entity === 'Bayside' && head !== ofBayside ? ofBayside : chief;
}

/** Managers first, then own staff by first day; outside workers, and who leaves that day, lead nobody and come last. */
function bySeniority(members: readonly Holding[]): Holding[] {
  const rank = ({ seat, supplier, type, end }: Holding) =>
    supplier !== null || type === 'per_diem' || end !== null ? 2 : seat.job === 'MGR' ? 0 : 1;
  return members.toSorted((a, b) => rank(a) - rank(b) || a.start - b.start || (a.worker < b.worker ? -1 : 1));
}

/** Member and leader of everyone below a head, layer by layer. */
function teams(members: readonly Holding[], head: Holding, range: Range, rng: Rng): [string, string][] {
  if (members.length <= range.high) return members.map(({ worker }) => [worker, head.worker]);
  const sizes: number[] = [];
  let covered = 0;
  while (covered + sizes.length < members.length) {
    const size = rng.int(range.low, range.high);
    sizes.push(size);
    covered += size;
  }
  const leaders = members.slice(0, sizes.length);
  const staff = members.slice(sizes.length);
  let next = 0;
  const pairs = leaders.flatMap((leader, i) => {
    const team = staff.slice(next, next + sizes[i]!);
    next += team.length;
    return team.map(({ worker }): [string, string] => [worker, leader.worker]);
  });
  return [...pairs, ...teams(leaders, head, range, rng)];
}
