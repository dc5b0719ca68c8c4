import { formatNumber } from '../../main/contract/format.ts';
import type { HarmonisedCode, TargetShare } from '../../main/contract/harmonisation.ts';

/** A part of a split as it is typed. */
export type SplitLine = { target: string; percent: string };

/** What a split begins with: the split that is in force, else the best suggestion and a part to choose. */
export function splitStart({ targets, suggestions }: HarmonisedCode): SplitLine[] {
  if (targets.length > 1)
    return targets.map(({ code, share }) => ({ target: code, percent: String(Math.round(share * 1e6) / 1e4) }));
  return [
    { target: targets.at(0)?.code ?? suggestions.at(0)?.code ?? '', percent: '50' },
    { target: '', percent: '50' },
  ];
}

/** The shares that the lines say, or what is still wrong with them. */
export function splitTargets(
  lines: readonly SplitLine[],
): { shares: TargetShare[]; problem: null } | { shares: null; problem: string } {
  const wrong = (problem: string) => ({ shares: null, problem });
  const percents = lines.map(({ percent }) => (percent.trim() === '' ? Number.NaN : Number(percent)));
  if (lines.some(({ target }) => target === '')) return wrong('Choose a target for each part.');
  if (new Set(lines.map(({ target }) => target)).size < lines.length) return wrong('Each target can stand once.');
  if (!percents.every((percent) => percent > 0 && percent <= 100)) return wrong('Each part needs a share above 0%.');
  const sum = percents.reduce((total, percent) => total + percent, 0);
  if (Math.abs(sum - 100) > 0.1) {
    const rest = formatNumber(Math.abs(100 - sum), { decimals: 1 });
    return wrong(sum < 100 ? `${rest}% is left over.` : `${rest}% too much.`);
  }
  return { shares: lines.map(({ target }, i) => ({ code: target, share: percents[i] / 100 })), problem: null };
}
