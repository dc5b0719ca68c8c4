/** Advance of Inter's letters with even figures, as a share of the type size, by how wide they are. */
const ADVANCES: [RegExp, number][] = [
  [/[iljI.,:;'|! ]/, 0.27],
  [/[tfr()[\]/]/, 0.37],
  [/[mwMW%@—…]/, 0.92],
  [/[0-9+\-−]/, 0.65],
  [/[A-Z]/, 0.68],
];
const OTHERS = 0.58;

/** Distance of two lines of one label, as a share of the type size. */
export const LEADING = 1.25;

/** Semibold letters are that much wider. */
const SEMIBOLD = 1.04;

/** About how wide a line of text is. Deliberately not measured, so that option builders are pure and print the same everywhere. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += ADVANCES.find(([kind]) => kind.test(letter))?.[1] ?? OTHERS;
  return width * size;
}

/** The same of a line in semibold. */
export function boldWidth(text: string, size: number): number {
  return textWidth(text, size) * SEMIBOLD;
}

/** The size, not above the wanted one, at which the longest word of all labels still fits a width. */
export function fittingSize(labels: readonly string[], width: number, wanted: number, least: number): number {
  const longest = Math.max(0, ...labels.flatMap((label) => partsOf(label).map((part) => textWidth(part, wanted))));
  return longest <= width ? wanted : Math.max(least, (wanted * width) / longest);
}

/** Breaks a label at spaces and hyphens so that lines fit a width; what does not fit the last line is cut with an ellipsis. */
export function wrapLabel(text: string, width: number, size: number, maxLines: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of partsOf(text)) {
    const longer = line === '' || line.endsWith('-') ? line + part : `${line} ${part}`;
    if (line !== '' && textWidth(longer, size) > width) {
      lines.push(line);
      line = part;
    } else line = longer;
  }
  if (line !== '') lines.push(line);
  const kept = lines.slice(0, maxLines);
  return kept.map((each, index) =>
    shortenLabel(index === maxLines - 1 && lines.length > maxLines ? `${each}…` : each, width, size),
  );
}

/**
 * The narrowest column in which all names stand whole in so many lines, up to a width where long ones get cut.
 * One long name breaks into lines before it takes room away from what the names are about.
 */
export function nameColumn(
  names: readonly string[],
  { most, size, lines }: { most: number; size: number; lines: number },
): number {
  const widest = Math.max(0, ...names.map((name) => boldWidth(name, size)));
  const fits = (width: number): boolean =>
    names.every((name) => !wrapBold(name, width, size, lines).some((line) => line.endsWith('…')));
  const steps = Array.from({ length: 13 }, (_, step) => Math.min(widest, most * (0.4 + step * 0.05)));
  return Math.min(most, steps.find(fits) ?? most);
}

/** Lines of semibold text. */
export function wrapBold(text: string, width: number, size: number, maxLines: number): string[] {
  return wrapLabel(text, width / SEMIBOLD, size, maxLines);
}

/** What may not be broken: words, and the pieces of a word up to each hyphen. */
function partsOf(text: string): string[] {
  return text.match(/[^\s-]+-?|-+/g) ?? [];
}

/** One line, cut after the last letter that leaves room for an ellipsis. */
export function shortenLabel(line: string, width: number, size: number): string {
  if (textWidth(line, size) <= width * 1.04) return line;
  let cut = line.replace(/…$/, '');
  while (cut.length > 2 && textWidth(`${cut}…`, size) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}

/**
 * Several names, each on one line. Where different names would be cut to the same, those lose what they have in common
 * at the beginning instead: "Northlake Clinics" and "Northlake Home" are "…Clinics" and "…Home".
 */
export function shortenApart(names: readonly string[], width: number, size: number): string[] {
  const cut = names.map((name) => shortenLabel(name, width, size));
  return names.map((name, index) => {
    const alike = names.filter((other, at) => other !== name && cut[at] === cut[index]);
    if (alike.length === 0) return cut[index];
    const rest = name.slice(Math.min(...alike.map((other) => sharedWords(name, other))));
    return rest === name || rest === '' ? cut[index] : shortenLabel(`…${rest}`, width, size);
  });
}

/** How many letters the words take with which two names begin. */
function sharedWords(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return one.lastIndexOf(' ', at - 1) + 1;
}

/**
 * Moves label centres apart until each has its height, keeping their order and staying within the drawing.
 * Labels that are far enough apart stay where their mark is.
 */
export function spread(centres: readonly number[], height: number, bounds: { top: number; bottom: number }): number[] {
  const order = centres.map((_, index) => index).sort((a, b) => centres[a] - centres[b] || a - b);
  const placed = [...centres];
  let floor = bounds.top + height / 2;
  for (const index of order) {
    placed[index] = Math.max(placed[index], floor);
    floor = placed[index] + height;
  }
  let ceiling = bounds.bottom - height / 2;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index], ceiling);
    ceiling = placed[index] - height;
  }
  return placed;
}
