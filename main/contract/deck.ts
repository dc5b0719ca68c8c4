import type { MetricDefinition } from './figure.ts';
import type { BatchInfo } from './workspace.ts';
import type { PageModel } from './page.ts';

/** Everything the print layout needs; nothing in it depends on the clock. */
export type DeckModel = {
  briefing: string;
  title: string;
  subtitle: string;
  workspace: string;
  scope: string;
  asOf: string | null;
  /** Who may read it; stands on every sheet. */
  status: string;
  /** Page titles that, read alone, tell the story. */
  pages: PageModel[];
  /** Titles of pages that have nothing to show and are no sheets of the deck. */
  leftOut: string[];
  definitions: MetricDefinition[];
  exclusions: {
    metric: string;
    title: string;
    reason: string;
    rows: number;
    hours: number;
    costMinor: number;
    currency: string | null;
  }[];
  batches: BatchInfo[];
  /** Worker types with their class, as edited in this workspace. */
  workerTypes: { code: string; label: string; workerClass: string }[];
};
