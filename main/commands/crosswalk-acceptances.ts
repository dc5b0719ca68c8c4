import { UsageError } from '../contract/errors.ts';
import type { CrosswalkDecision } from '../contract/harmonisation.ts';

const SHARE = /:(\d*\.?\d+)$/;

/**
 * Decisions as they are typed: `PCT=CNA` one to one, `PCT=CNA:0.7` and `PCT=UC:0.3` a split, `CHAPL=` no counterpart.
 * Codes may hold `=` only after the first, and a target that ends like a share needs its share written out.
 * Throws a UsageError naming what cannot be read.
 */
export function parseAcceptances(texts: readonly string[]): CrosswalkDecision[] {
  const decisions = new Map<string, CrosswalkDecision>();
  for (const text of texts) {
    const equals = text.indexOf('=');
    if (equals < 1) throw new UsageError(`--accept takes JOB=TARGET or JOB=TARGET:SHARE, not "${text}".`);
    const [code, target] = [text.slice(0, equals).trim(), text.slice(equals + 1).trim()];
    const before = decisions.get(code);
    if (target === '') {
      if (before) throw new UsageError(`--accept says both that ${code} has a target and that it has none.`);
      decisions.set(code, { code, targets: [] });
      continue;
    }
    if (before && before.targets.length === 0)
      throw new UsageError(`--accept says both that ${code} has a target and that it has none.`);
    const share = SHARE.exec(target);
    const one = { code: target.replace(SHARE, ''), share: share ? Number(share[1]) : 1 };
    decisions.set(code, { code, targets: [...(before?.targets ?? []), one] });
  }
  return [...decisions.values()];
}
