/**
 * Words of a text in lower case without accents; everything but letters and digits parts them. A number keeps its
 * decimals and the letters that follow it at once, as in 0.9 and 12hr.
 */
export function foldedWords(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]s\b/gu, 's')
    .toLowerCase();
  return folded.match(/\p{L}+|\p{N}+(?:\.\p{N}+)?\p{L}*/gu) ?? [];
}
