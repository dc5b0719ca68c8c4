export const HEADER = 'worker_id,work_date,site,unit,job_code,pay_code,hours,cost,currency';

const COLUMNS = ['worker', 'day', 'site', 'unit', 'job', 'pay', 'hours', 'cost', 'currency'] as const;
type Cells = Partial<Record<(typeof COLUMNS)[number], string>>;

/** One line of a canonical labour extract, number `i`, as a system writes it but for the cells given. */
export function line(i: number, cells: Cells = {}): string {
  const usual = {
    worker: `W${i}`,
    day: `2025-01-${String((i % 28) + 1).padStart(2, '0')}`,
    site: 'S1',
    unit: 'U1',
    job: 'RN',
    pay: 'regular',
    hours: '8.00',
    cost: '320.00',
    currency: 'USD',
  };
  const all = { ...usual, ...cells };
  return COLUMNS.map((column) => quoted(all[column])).join(',');
}

/** A canonical labour extract of so many lines; `odd` gives the cells in which some of them differ. */
export function labor(lines: number, odd: Record<number, Cells> = {}, ending = '\n'): string {
  const body = Array.from({ length: lines }, (_, i) => line(i + 1, odd[i + 1]));
  return [HEADER, ...body].map((text) => text + ending).join('');
}

/** An extract with one line for each text, which stands in one column. */
export function laborWith(column: (typeof COLUMNS)[number], texts: readonly string[]): string {
  return labor(texts.length, Object.fromEntries(texts.map((text, i) => [i + 1, { [column]: text }])));
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
