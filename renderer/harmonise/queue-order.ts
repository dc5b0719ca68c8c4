import type { HarmonisedCode } from '../../main/contract/harmonisation.ts';

/** What of the codes the queue shows. */
export type Shown = { which: 'unmapped' | 'decided' | 'all'; search: string };

export function shownCodes(codes: readonly HarmonisedCode[], { which, search }: Shown): HarmonisedCode[] {
  const needle = search.trim().toLowerCase();
  return codes.filter(({ code, title, state }) => {
    if (which !== 'all' && (state === 'unmapped') !== (which === 'unmapped')) return false;
    return `${code} ${title ?? ''}`.toLowerCase().includes(needle);
  });
}

/** The code to look at once one has been decided on: the next that still waits, else the one before; null at the end. */
export function nextToReview(codes: readonly HarmonisedCode[], decided: string): string | null {
  const at = codes.findIndex(({ code }) => code === decided);
  const waits = ({ code, state }: HarmonisedCode) => state === 'unmapped' && code !== decided;
  return (codes.slice(at + 1).find(waits) ?? codes.slice(0, Math.max(0, at)).findLast(waits))?.code ?? null;
}
