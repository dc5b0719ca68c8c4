/** Sets the amount of "+0.6 pt vs prior year" apart from what it is compared with. */
export function splitChange(text: string): { amount: string; rest: string } {
  const at = text.indexOf(' vs ');
  return at < 0 ? { amount: text, rest: '' } : { amount: text.slice(0, at), rest: text.slice(at) };
}
