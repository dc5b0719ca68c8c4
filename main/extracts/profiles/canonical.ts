import type { ExtractKind } from '../kinds/kind.ts';
import { KINDS } from '../kinds/registry.ts';
import type { SourceProfile } from '../profile.ts';
import { normaliseHeader } from '../profile.ts';

/** One profile per kind for files that already use our column names; unknown columns become attributes. */
export const CANONICAL_PROFILES: readonly SourceProfile[] = [...KINDS.values()].map(canonicalProfile);

function canonicalProfile(kind: ExtractKind): SourceProfile {
  const names = new Map(kind.columns.map((column) => [column.name, column]));
  return {
    id: `canonical_${kind.id}`,
    title: `${kind.title}, canonical columns`,
    kind: kind.id,
    recognise(header) {
      const columns: Record<string, string> = {};
      const attributes: string[] = [];
      const mapping = header.map((source) => {
        const name = normaliseHeader(source);
        if (names.has(name) && !(name in columns)) {
          columns[name] = source;
          return { source, target: name, confidence: 1 };
        }
        if (name === '') return { source, target: null, confidence: 0 };
        attributes.push(source);
        return { source, target: `attribute:${name}`, confidence: 0.5 };
      });
      const complete = kind.needsOneOf.every((group) => group.some((name) => name in columns));
      if (!complete) return null;
      const found = Object.keys(columns).length;
      // Of two kinds that both fit, the one that explains more of the header and has more of its own columns wins.
      const confidence = 0.5 * (found / header.length) + 0.5 * Math.min(1, found / kind.columns.length + 0.5);
      return {
        confidence,
        mapping,
        recipe: { kind: kind.id, columns, attributes, values: {}, constants: {}, settings: {} },
      };
    },
  };
}
