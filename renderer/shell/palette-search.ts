export type Findable = { label: string; words: string };

/**
 * The entries that match what was typed, best first.
 *
 * Every typed word must occur. A label that starts with the text beats one in which a word starts with it, which beats
 * a label that contains it, which beats a match in the accompanying words only. Equal matches keep their order.
 */
export function rank<Entry extends Findable>(entries: readonly Entry[], typed: string, limit: number): Entry[] {
  const text = typed.trim().toLowerCase();
  if (text === '') return entries.slice(0, limit);
  const words = text.split(/\s+/);
  return entries
    .map((entry, order) => ({ entry, order, score: score(entry, text, words) }))
    .filter(({ score: value }) => value > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, limit)
    .map(({ entry }) => entry);
}

function score(entry: Findable, text: string, words: string[]): number {
  const label = entry.label.toLowerCase();
  const all = `${label} ${entry.words.toLowerCase()}`;
  if (!words.every((word) => all.includes(word))) return 0;
  if (label === text) return 6;
  if (label.startsWith(text)) return 5;
  if (
    label.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(words[0])) &&
    words.every((word) => label.includes(word))
  )
    return 4;
  if (label.includes(text)) return 3;
  return words.every((word) => label.includes(word)) ? 2 : 1;
}
