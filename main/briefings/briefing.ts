/** A briefing is a list of pages. */
export type Briefing = {
  id: string;
  title: string;
  /** Place in the list of briefings, from 1. */
  position: number;
  /** Ids of its pages, in the order in which they are read. */
  pages: readonly string[];
};

export function defineBriefing(briefing: Briefing): Briefing {
  return briefing;
}
