import { BRIDGE_DAYS, chainPieces, endOf } from './chain.ts';
import type { Chain } from './chain.ts';
import { firstOf, lastOf } from './claims.ts';
import type { Claim } from './claims.ts';
import { mainJobs, outside } from './main-job.ts';
import type { Placed } from './main-job.ts';
import type { Observed } from './observation.ts';
import type { EntryKind, ExitKind, Segment, Spell } from './spell.ts';

/** Assignments of one outside worker with no more days between them are one contract. */
const RENEWAL_DAYS = 14;

export type PersonSources = {
  person: string;
  /** Last days of contracts, those before the close of an acquired entity among them: their ends are known all the same. */
  contractEnds: readonly number[];
  windowOf: (entity: string, isContract: boolean) => Observed;
  /** The parts of a piece on which the worker is active. */
  activeParts: (piece: Placed) => Placed[];
  /** Makes the segment of a piece. */
  segment: (piece: Placed) => Segment;
};

/** Spells of one person: employment first, then contracts on the days that are left. */
export function spellsOfPerson(claims: readonly Claim[], sources: PersonSources): Spell[] {
  const [own, outsideClaims] = [claims.filter((one) => !one.isContract), claims.filter((one) => one.isContract)];
  const employed = own.length === 0 ? [] : chainPieces(mainJobs(own), BRIDGE_DAYS);
  const employedDays = employed.flatMap(({ pieces }) => pieces);
  const contracted =
    outsideClaims.length === 0 ? [] : chainPieces(outside(mainJobs(outsideClaims), employedDays), RENEWAL_DAYS);
  const converted = new Set<Chain>();
  const spells = employed.map((chain, i) => {
    const start = chain.pieces[0].first;
    const contract = contracted.findLast(({ pieces }) => pieces[0].first < start);
    const isJustBefore = (last: number) => start > last && start - last <= BRIDGE_DAYS;
    const follows = contract !== undefined && isJustBefore(contract.pieces.at(-1)!.last);
    const isConversion = !chain.first.isAcquired && (follows || sources.contractEnds.some(isJustBefore));
    if (isConversion && follows) converted.add(contract);
    return spellOf(chain, sources, entryOf(chain.first, { isConversion, wasHere: i > 0 }), false);
  });
  return [
    ...spells,
    ...contracted.map((chain, i) =>
      spellOf(chain, sources, entryOf(chain.first, { isConversion: false, wasHere: i > 0 }), converted.has(chain)),
    ),
  ].filter((spell) => spell !== null);
}

function entryOf(claim: Claim, { isConversion, wasHere }: { isConversion: boolean; wasHere: boolean }): EntryKind {
  if (claim.isAcquired) return 'acquired';
  if (isConversion) return 'conversion';
  // First employed long before this employment: the spell between lies before what the extracts tell.
  if (wasHere || (!claim.isFirstSeen && firstOf(claim) - claim.serviceFrom > BRIDGE_DAYS)) return 'rehire';
  return claim.isFirstSeen ? 'first_seen' : 'hire';
}

/** Null for a spell outside what the extracts can see. */
function spellOf(
  { pieces: joined, first, last }: Chain,
  { person, windowOf, activeParts, segment }: PersonSources,
  entry: EntryKind,
  isConverted: boolean,
): Spell | null {
  const pieces = joined.flatMap(activeParts);
  const start = pieces[0].first;
  const opening = windowOf(pieces[0].terms.entity, first.isContract);
  const closing = windowOf(pieces.at(-1)!.terms.entity, last.isContract);
  const ends = pieces.at(-1)!;
  if (start > closing.last || ends.last < opening.first) return null;
  // An end that lies beyond what the extract could see is only expected.
  const hasEnded = ends.last <= closing.last;
  const seen = pieces.filter((piece) => piece.first <= closing.last);
  const segments = seen.map((piece, i) =>
    segment(hasEnded || i < seen.length - 1 ? piece : { ...piece, last: Infinity }),
  );
  return {
    person,
    segments,
    start,
    serviceFrom: Math.min(start, first.serviceFrom),
    observedFrom: Math.max(start, first.seenFrom, opening.first),
    observedTo: hasEnded ? ends.last : Math.max(closing.last, start),
    entry,
    end: hasEnded ? ends.last : null,
    exit: hasEnded && !isConverted ? exitOf(ends) : null,
    reason: hasEnded && ends.last === lastOf(last) ? last.reason : null,
    startAfter: first.startAfter,
    endBefore: hasEnded ? last.endBefore : null,
  };
}

/** Null where nothing states an end of the stay: the worker was moved, taken on elsewhere, or is no longer called. */
function exitOf(piece: Placed): ExitKind | null {
  if (piece.last !== lastOf(piece.claim)) return null;
  const stated = endOf(piece);
  if (stated === 'transfer' || stated === 'conversion') return null;
  return stated === null || stated === 'leave' ? 'unclassified' : stated;
}
