import type { AlignmentFacts, Band, Head } from '../facts/facts.ts';

/** Bands of the target model by job: of the named entity first, then of the others it pools, then those of all. */
export class BandTable {
  private readonly byJob = new Map<string, Band>();

  constructor({ bands, against }: AlignmentFacts) {
    const rank = ({ entity }: Band) => (entity === against.code ? 0 : entity === null ? 2 : 1);
    const ofModel = bands.filter(({ entity }) => entity === null || against.members.has(entity));
    for (const band of ofModel.sort((a, b) => rank(a) - rank(b)))
      if (!this.byJob.has(band.job)) this.byJob.set(band.job, band);
  }

  /** Band of the job that most of a head's work is in the target model. */
  of({ targets }: Head): Band | null {
    const main = [...(targets ?? [])].sort((a, b) => b.share - a.share)[0];
    return main === undefined ? null : (this.byJob.get(main.code) ?? null);
  }
}
