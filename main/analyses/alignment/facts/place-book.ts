import type { Sides } from '../sides.ts';
import { UNKNOWN_CODE } from '../../../model/dimensions.ts';
import type { Place } from './facts.ts';

/** Numbers the sites of both sides in the order in which facts name them. */
export class PlaceBook {
  readonly places: Place[] = [];
  /** By entity and site. */
  private readonly numbers = new Map<string, Map<string, number>>();
  private readonly ownerOfSite = new Map<string, string | null>();

  constructor(private readonly sides: Sides) {}

  /** Notes that an extract places a site in an entity, so that extracts which name only the site can follow. */
  note(entity: string, site: string): void {
    if (entity === UNKNOWN_CODE || site === UNKNOWN_CODE) return;
    const owner = this.ownerOfSite.get(site);
    this.ownerOfSite.set(site, owner === undefined || owner === entity ? entity : null);
  }

  /** Number of a site; null where it belongs to neither side. */
  at(entity: string | null, site: string | null): number | null {
    const code = site ?? UNKNOWN_CODE;
    const owner = this.entityOf(entity, site);
    const own = this.sides.entity.members.has(owner);
    if (!own && !this.sides.against.members.has(owner)) return null;
    const sites = this.numbers.get(owner) ?? new Map<string, number>();
    let number = sites.get(code);
    if (number === undefined) {
      number = this.places.length;
      this.numbers.set(owner, sites.set(code, number));
      this.places.push({ entity: owner, site: code, own });
    }
    return number;
  }

  /** Entity of a row: as it says, else the only one that an extract places the site in, else the site itself. */
  entityOf(entity: string | null, site: string | null): string {
    const owner = entity ?? (site === null ? null : (this.ownerOfSite.get(site) ?? null));
    return this.sides.entityAt(owner, site);
  }
}
