import type { ColumnMapping } from '../contract/workspace.ts';
import type { Recipe } from './recipe.ts';

export type Recognition = {
  recipe: Recipe;
  /** 0–1: how much of what the profile expects is there. */
  confidence: number;
  mapping: ColumnMapping[];
};

/** How one vendor's export is recognised by its header and mapped to a recipe. */
export type SourceProfile = {
  id: string;
  title: string;
  kind: string;
  /** null when the header is not this profile's. */
  recognise(header: readonly string[]): Recognition | null;
};

export function defineProfile(profile: SourceProfile): SourceProfile {
  return profile;
}

/** Header names compare without case, spaces and punctuation. */
export function normaliseHeader(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
}
