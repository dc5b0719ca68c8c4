import { writeInto } from '../support/folder.ts';

const HEADER = 'worker_id,work_date,entity,site,unit,job_code,worker_type,pay_code,hours,cost,currency\n';
const TYPES = ['employee_full_time', 'per_diem', 'agency'];
const PAY = ['regular', 'overtime', 'paid_leave'];

/** A labour extract. Rows of the same number in two extracts are the same row; `raise` changes what they cost. */
export function laborText({
  from = 0,
  rows,
  raise = 0,
  broken = 0,
}: {
  from?: number;
  rows: number;
  raise?: number;
  broken?: number;
}): string {
  const lines = [HEADER];
  for (let i = from; i < from + rows; i++) {
    const worker = (i * 7) % 900;
    const day = `2025-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + ((i * 5) % 28)).padStart(2, '0')}`;
    const hours = broken > 0 && i % broken === 0 ? 'seven' : ((i % 48) / 4).toFixed(2);
    const place = `E${worker % 3},S${worker % 20},U${worker % 60},J${worker % 15},${TYPES[worker % 3]}`;
    lines.push(
      `W${worker},${day},${place},${PAY[i % 3]},${hours},${(((i * 37) % 90_000) / 100 + raise).toFixed(2)},USD\n`,
    );
  }
  return lines.join('');
}

export function laborFile(folder: string, name: string, options: Parameters<typeof laborText>[0]): string {
  return writeInto(folder, name, laborText(options));
}

/** A roster, which is stored row by row. */
export function rosterFile(folder: string, name: string, rows: number): string {
  const line = (_: unknown, i: number) =>
    `P${i},Person ${i},2020-01-${String(1 + (i % 28)).padStart(2, '0')},E${i % 3},RN\n`;
  return writeInto(
    folder,
    name,
    `worker_id,name,hire_date,entity,job_code\n${Array.from({ length: rows }, line).join('')}`,
  );
}
