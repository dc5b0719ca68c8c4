import { createHash } from 'node:crypto';
import type { DeckModel } from '../../main/contract/deck.ts';

/** What a finished deck says about itself; follows from the deck alone, never from clock or machine. */
export type DeckIdentity = { title: string; asOf: string | null; id: string };

/** The id is a hash of the whole model, so that decks that differ in anything differ in their id. */
export function identifyDeck(deck: DeckModel): DeckIdentity {
  const id = createHash('sha256').update(JSON.stringify(deck)).digest('hex').slice(0, 32);
  return { title: `${deck.workspace}: ${deck.title}`, asOf: deck.asOf, id };
}
