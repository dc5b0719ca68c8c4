/** What the extracts say of one code of an entity or of its target model. */
export type CodeFacts = {
  code: string;
  /** Entities in which it occurs, in order. */
  entities: readonly string[];
  /** The title that most of its people have; null where no roster names one. */
  title: string | null;
  /** Share of its people by title. */
  titles: ReadonlyMap<string, number>;
  /** People in post; null without a roster. */
  heads: number | null;
  /** Productive hours of the last twelve months with facts. */
  hours: number;
  /** Median base pay per hour in minor units; null where unknown or where it would reveal somebody's. */
  medianRate: number | null;
  /** Share of the people by unit. */
  units: ReadonlyMap<string, number>;
};

/** The name by which a code is compared and shown. */
export function nameOf({ title, code }: Pick<CodeFacts, 'title' | 'code'>): string {
  return title ?? code;
}
