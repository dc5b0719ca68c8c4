import type { Notice } from '../contract/workspace.ts';
import { attributeId, BUILT_IN_DIMENSIONS, TUPLE_DIMENSIONS } from '../model/dimensions.ts';

/** Names that already mean something in `--by` and `--where`. */
const TAKEN: ReadonlySet<string> = new Set([...TUPLE_DIMENSIONS, ...BUILT_IN_DIMENSIONS]);

/** A longer name is text that slipped into the header. */
const LONGEST_NAME = 200;

export type NamedAttribute = { id: string; source: number; header: string };

/**
 * Gives every attribute a dimension id of its own. One that is called like a dimension of ours, or like an attribute
 * before it, is numbered, so that it never stands in for the other; one without a usable name is left out. Both are
 * said in a notice.
 */
export function nameAttributes(wanted: readonly { name: string; source: number; header: string }[]): {
  attributes: NamedAttribute[];
  notices: Notice[];
} {
  const taken = new Set(TAKEN);
  const done = new Set<string>();
  const attributes: NamedAttribute[] = [];
  const notices: Notice[] = [];
  for (const { name, source, header } of wanted) {
    const id = attributeId(name);
    if (id === '' || id.length > LONGEST_NAME) {
      notices.push({
        code: 'attribute_left_out',
        message: `Column "${shown(header)}" has no usable name and was left out.`,
      });
      continue;
    }
    if (done.has(`${source} ${id}`)) continue;
    done.add(`${source} ${id}`);
    const free = freeId(id, taken);
    taken.add(free);
    attributes.push({ id: free, source, header });
    if (free !== id)
      notices.push({
        code: 'attribute_renamed',
        message: `Column "${shown(header)}" is kept as "${free}", because "${id}" means something else already.`,
      });
  }
  return { attributes, notices };
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? id : `${id}_${n}`;
    if (!taken.has(candidate)) return candidate;
  }
}

function shown(header: string): string {
  return header.length > 60 ? `${header.slice(0, 60)}…` : header;
}
