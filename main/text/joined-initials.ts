/** A text in which letters parted by full stops are one word: "L.P.N." is "LPN.", "L.L.C" is "LLC". */
export function joinedInitials(text: string): string {
  return text.replace(/(?<!\p{L})(\p{L})\.(?=\p{L}(?!\p{L}))/gu, '$1');
}
