import { lastDayOfMonth, monthOfDay } from '../model/civil-day.ts';
import { MonthCache } from '../model/month-cache.ts';

/** What a labour line says of the days it covers, both ends inclusive. */
export type LineSpan = { first: number; last: number; hours: number; cost: number };

/** The part of a line that falls into one month. */
export type LinePart = LineSpan & { month: number };

/** Lays labour lines over the months of their days. */
export class LineMonths {
  private readonly months = new MonthCache();
  private readonly whole: LinePart = { month: 0, first: 0, last: 0, hours: 0, cost: 0 };
  private readonly single = [this.whole];

  /**
   * Parts of a line by month, in order; most lines have one. Hours and money go by days: what is left is split by the
   * days that are left, so that the parts add up exactly. What is returned is good until the next call.
   */
  of({ first, last, hours, cost }: LineSpan): readonly LinePart[] {
    const { months, whole } = this;
    const month = months.of(last);
    if (first !== last && months.of(first) !== month) return splitByMonth({ first, last, hours, cost });
    whole.month = month;
    whole.first = first;
    whole.last = last;
    whole.hours = hours;
    whole.cost = cost;
    return this.single;
  }
}

function splitByMonth({ first, last, hours, cost }: LineSpan): LinePart[] {
  const parts: LinePart[] = [];
  let [restHours, restCost] = [hours, cost];
  for (let start = first; start <= last; start = parts.at(-1)!.last + 1) {
    const month = monthOfDay(start);
    const end = Math.min(last, lastDayOfMonth(month));
    const share = (end - start + 1) / (last - start + 1);
    const part = {
      month,
      first: start,
      last: end,
      hours: end === last ? restHours : Math.round(restHours * share),
      cost: end === last ? restCost : Math.round(restCost * share),
    };
    restHours -= part.hours;
    restCost -= part.cost;
    parts.push(part);
  }
  return parts;
}
