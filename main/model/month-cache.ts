import { firstDayOfMonth, monthOfDay } from './civil-day.ts';

/** Month of a day, remembering the last: rows of one month stand together. */
export class MonthCache {
  private first = 1;
  private last = 0;
  private month = 0;

  of(day: number): number {
    if (day < this.first || day > this.last) {
      this.month = monthOfDay(day);
      this.first = firstDayOfMonth(this.month);
      this.last = firstDayOfMonth(this.month + 1) - 1;
    }
    return this.month;
  }
}
