import type { Books } from './books.ts';
import { MONTHS, firstDay, isoDay, lastDay } from './calendar.ts';
import type { InvoiceLine } from './lines.ts';
import type { Rng } from './rng.ts';

const VENDORS = [
  { supplier: 'Larkfield Advisory', prefix: 'LA', unit: 'Finance', from: 14, to: 29, cents: 18_500_000 },
  { supplier: 'Statewell Systems', prefix: 'SW', unit: 'Information technology', from: 0, to: 29, cents: 24_000_000 },
] as const;

/** Monthly invoices for work that nobody counts in hours; shown apart from external labour. */
export function statementLines(books: Books, rng: Rng): InvoiceLine[] {
  const lines: InvoiceLine[] = [];
  for (const { supplier, prefix, unit, from, to, cents } of VENDORS) {
    for (let month = from; month <= Math.min(to, MONTHS - 1); month++) {
      const amount = Math.round((cents * rng.between(0.85, 1.15)) / 100_000) * 100_000;
      const place = { entity: 'Northlake', site: 'Corporate', unit, job: '' };
      lines.push({
        ...place,
        supplier,
        invoice: `${prefix}${isoDay(lastDay(month)).slice(2).replaceAll('-', '')}`,
        line: 1,
        worker: '',
        workDate: null,
        periodStart: firstDay(month),
        periodEnd: lastDay(month),
        type: 'vendor',
        rateType: '',
        hours: null,
        rate: null,
        amount,
        fees: 0,
        status: 'final',
      });
      books.post({
        ...place,
        month,
        directCare: false,
        type: 'vendor',
        workerClass: 'sow',
        supplier,
        payClass: '',
        hours: 0,
        cents: amount,
      });
    }
  }
  return lines;
}
