import { InputRefused, UsageError } from '../contract/errors.ts';
import { kindOf, KINDS } from './kinds/registry.ts';
import type { Recognition, SourceProfile } from './profile.ts';
import { normaliseHeader } from './profile.ts';
import { CANONICAL_PROFILES } from './profiles/canonical.ts';

const vendors = import.meta.glob<{ default: SourceProfile }>('./profiles/*.profile.ts', { eager: true });

/** Vendor profiles first: they are more specific than our own column names. */
export const PROFILES: readonly SourceProfile[] = unique([
  ...Object.values(vendors).map((module) => module.default),
  ...CANONICAL_PROFILES,
]);

function unique(profiles: SourceProfile[]): SourceProfile[] {
  const ids = new Set<string>();
  for (const profile of profiles) {
    if (ids.has(profile.id)) throw new Error(`Two source profiles are called "${profile.id}".`);
    ids.add(profile.id);
  }
  return profiles;
}

export type Recognised = Recognition & { profile: SourceProfile };

/** Best profile for a header, or null. `kind` and `profile` narrow the choice. */
export function recognise(
  header: readonly string[],
  choice: { kind?: string | null; profile?: string | null } = {},
): Recognised | null {
  let best: Recognised | null = null;
  for (const profile of candidates(choice)) {
    const recognition = profile.recognise(header);
    if (recognition && (!best || recognition.confidence > best.confidence)) best = { ...recognition, profile };
  }
  return best;
}

/** Like `recognise`, but an extract that nothing fits is refused with what to do. */
export function recogniseOrRefuse(
  header: readonly string[],
  choice: { kind?: string | null; profile?: string | null; file: string },
): Recognised {
  const found = recognise(header, choice);
  if (found) return found;
  const asked = choice.profile ?? choice.kind;
  const because = asked
    ? `its columns (${shown(header)}) are not those of "${asked}"`
    : `no source profile fits its columns (${shown(header)})${nearMiss(header)}`;
  throw new InputRefused(
    'unknown_extract',
    `${choice.file} cannot be imported: ${because}. Map the columns in the preview, or give a recipe with --recipe.`,
    { file: choice.file },
  );
}

function candidates(choice: { kind?: string | null; profile?: string | null }): readonly SourceProfile[] {
  if (choice.profile) {
    const named = PROFILES.filter((profile) => profile.id === choice.profile);
    if (named.length === 0)
      throw new UsageError(
        `"${choice.profile}" is not a source profile; the profiles are ${PROFILES.map((profile) => profile.id).join(', ')}.`,
      );
    return named;
  }
  if (!choice.kind) return PROFILES;
  const { id } = kindOf(choice.kind);
  return PROFILES.filter((profile) => profile.kind === id);
}

/** Names the kind that most of the columns belong to and what it lacks; empty where none comes near. */
function nearMiss(header: readonly string[]): string {
  const names = new Set(header.map(normaliseHeader));
  const near = [...KINDS.values()]
    .map((kind) => ({
      kind,
      found: kind.columns.filter(({ name }) => names.has(name)).length,
      lacking: kind.needsOneOf.filter((group) => !group.some((name) => names.has(name))),
    }))
    .sort((a, b) => b.found - a.found || a.lacking.length - b.lacking.length)[0];
  if (near.found < 2) return '';
  const lacking = near.lacking.map((group) => group.join(' or ')).join(', ');
  return `; it comes nearest to ${near.kind.id}, which also needs ${lacking}`;
}

function shown(header: readonly string[]): string {
  const names = header.slice(0, 6).join(', ');
  return header.length > 6 ? `${names}, and ${header.length - 6} more` : names;
}
