import { UNITS_PER_HOUR } from '../facts/scales.ts';
import { SMALLEST_GROUP } from '../metrics/suppression.ts';
import { quantile } from '../stats/quantile.ts';
import type { CodeFacts } from './code-facts.ts';

/** One thing seen of a code. Hours in 10⁻⁶ hours, rates in minor units. */
export type Sighting = {
  entity?: string;
  title?: string | null;
  heads?: number;
  hours?: number;
  billedHours?: number;
  rate?: number | null;
  unit?: string | null;
};

type Entry = {
  entities: Set<string>;
  titles: Map<string, number>;
  heads: number;
  hours: number;
  billedHours: number;
  rates: number[];
  units: Map<string, number>;
};

/** Adds up what is seen of the codes of one side. */
export class CodeTally {
  private readonly entries = new Map<string, Entry>();

  add(code: string, { entity, title, heads = 0, hours = 0, billedHours = 0, rate, unit }: Sighting): void {
    const entry = this.entry(code);
    if (entity !== undefined) entry.entities.add(entity);
    if (title) count(entry.titles, title);
    if (unit) count(entry.units, unit);
    if (rate !== undefined && rate !== null) entry.rates.push(rate);
    entry.heads += heads;
    entry.hours += hours;
    entry.billedHours += billedHours;
  }

  /** Codes with most people first, then by hours, then by name. */
  facts({ knowsPeople }: { knowsPeople: boolean }): CodeFacts[] {
    return [...this.entries]
      .map(([code, entry]): CodeFacts => ({
        code,
        entities: [...entry.entities].sort(),
        title: mostOften(entry.titles),
        titles: sharesOf(entry.titles),
        heads: knowsPeople ? entry.heads : null,
        hours: Math.max(entry.hours, entry.billedHours) / UNITS_PER_HOUR,
        medianRate: medianOf(entry.rates),
        units: sharesOf(entry.units),
      }))
      .sort((a, b) => (b.heads ?? 0) - (a.heads ?? 0) || b.hours - a.hours || (a.code < b.code ? -1 : 1));
  }

  private entry(code: string): Entry {
    let entry = this.entries.get(code);
    if (entry === undefined) {
      entry = {
        entities: new Set(),
        titles: new Map(),
        heads: 0,
        hours: 0,
        billedHours: 0,
        rates: [],
        units: new Map(),
      };
      this.entries.set(code, entry);
    }
    return entry;
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostOften(counts: ReadonlyMap<string, number>): string | null {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

/** The median of a few people's pay gives one of them away. */
function medianOf(rates: readonly number[]): number | null {
  return rates.length < SMALLEST_GROUP ? null : quantile(Float64Array.from(rates).sort(), 0.5);
}

function sharesOf(counts: ReadonlyMap<string, number>): Map<string, number> {
  const total = [...counts.values()].reduce((sum, people) => sum + people, 0);
  return new Map([...counts].map(([key, people]) => [key, people / total]));
}
