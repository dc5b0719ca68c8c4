/** A number as people type it, with or without grouping commas; null where it is none. */
export function readAmount(text: string): number | null {
  const plain = text.trim().replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  return /^[-−]?\d+(\.\d+)?$/.test(plain) ? Number(plain.replace('−', '-')) : null;
}

/** A number as it stands in a field; more digits than these are noise of the binary system. */
export function amountText(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}
