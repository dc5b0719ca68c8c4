/** All months from first to last, `YYYY-MM`, inclusive; empty when they are the wrong way round. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = indexOf(first); month <= indexOf(last); month += 1) months.push(nameOf(month));
  return months;
}

/** The month so many months away. */
export function shiftMonth(month: string, by: number): string {
  return nameOf(indexOf(month) + by);
}

export type PeriodOffer = { label: string; from: string; to: string };

/** Periods people ask for, within what the workspace covers; those that would reach before its first month are left out. */
export function periodOffers(first: string, last: string): PeriodOffer[] {
  const year = last.slice(0, 4);
  const offers = [
    { label: 'Last 12 months', from: shiftMonth(last, -11), to: last },
    { label: 'Last 6 months', from: shiftMonth(last, -5), to: last },
    { label: 'Last 3 months', from: shiftMonth(last, -2), to: last },
    { label: 'Last month', from: last, to: last },
    { label: `${year} to date`, from: `${year}-01`, to: last },
    { label: 'Everything', from: first, to: last },
  ];
  return offers.filter((offer) => offer.from >= first);
}

function indexOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function nameOf(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
