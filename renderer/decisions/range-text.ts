import type { AssumptionInfo, Range } from '../../main/contract/decisions.ts';
import { formatNumber } from '../../main/contract/format.ts';
import { amountText, readAmount } from './amount.ts';

/** Both ends as they stand in their fields. */
export type RangeText = { low: string; high: string };

type Unit = Pick<AssumptionInfo, 'unit'>;
type Bounds = Unit & Pick<AssumptionInfo, 'least' | 'most'>;

/** Shares are written in per cent. */
const scaleOf = ({ unit }: Unit): number => (unit === 'share' ? 100 : 1);

export const unitText = ({ unit }: Unit): string => (unit === 'share' ? '%' : unit);

export function rangeText({ low, high }: Range, info: Unit): RangeText {
  const scale = scaleOf(info);
  return { low: amountText(low * scale), high: amountText(high * scale) };
}

/** "30–90 days". */
export function rangeWords(range: Range, info: Unit): string {
  const [low, high] = [range.low, range.high].map((end) => grouped(end * scaleOf(info)));
  const unit = info.unit === 'share' ? '%' : ` ${info.unit}`;
  return `${low === high ? low : `${low}–${high}`}${unit}`;
}

function grouped(value: number): string {
  return formatNumber(value, { decimals: amountText(value).split('.')[1]?.length ?? 0 });
}

/** The range that two fields make up; null with what keeps them from being one. */
export function readRange(text: RangeText, info: Bounds): { range: Range | null; problem: string | null } {
  const [low, high] = [readAmount(text.low), readAmount(text.high)];
  const refused = (problem: string) => ({ range: null, problem });
  if (low === null || high === null) return refused('Give a number for both ends.');
  const scale = scaleOf(info);
  const range = { low: low / scale, high: high / scale };
  if (range.low < info.least || range.high > info.most)
    return refused(`Stay within ${rangeWords({ low: info.least, high: info.most }, info)}.`);
  if (low > high) return refused('The low end lies above the high end.');
  return { range, problem: null };
}
