import { formatMonthShort } from '../../main/contract/format.ts';
import type { Palette } from '../../main/contract/drawing/palette.ts';
import type { Type } from '../../main/contract/drawing/frame.ts';

/** Months under a chart: short names, as many as fit, the year under the first and wherever it changes. */
export function monthAxis(months: string[], palette: Palette, type: Type, width: number) {
  const every = Math.max(1, Math.ceil((months.length * type.axis * 2.6) / Math.max(1, width)));
  const step = [1, 2, 3, 6, 12].find((candidate) => candidate >= every) ?? every;
  // Counted back from the newest month, which is the one that is read first.
  const shown = (index: number): boolean => (months.length - 1 - index) % step === 0;
  const named = months.map((month, index) => {
    if (!shown(index)) return '';
    const earlier = months.slice(0, index).findLast((_, at) => shown(at));
    const newYear = earlier === undefined || earlier.slice(0, 4) !== month.slice(0, 4);
    return newYear ? `${formatMonthShort(month)}\n${month.slice(0, 4)}` : formatMonthShort(month);
  });
  return {
    type: 'category',
    data: months,
    boundaryGap: months.length === 1,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: palette.axis }, onZero: false },
    axisLabel: {
      color: palette.muted,
      fontSize: type.axis,
      lineHeight: type.axis * 1.3,
      margin: 8,
      interval: 0,
      formatter: (_: string, index: number) => named[index],
    },
  };
}
