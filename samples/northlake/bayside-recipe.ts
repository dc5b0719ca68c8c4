import { BAYSIDE_SPELLING } from './labor-files.ts';

/** The saved mapping of Bayside's payroll register to our columns. Codes that nobody mapped stay as they are. */
export function baysideRecipe(): object {
  return {
    kind: 'labor',
    header_row: 3,
    columns: {
      worker_id: 'File No',
      work_date: { from: 'Pay Date', format: 'M/D/YYYY' },
      pay_code: 'Earn Code',
      hours: 'Hrs',
      cost: 'Amt',
      site: 'Location',
      unit: 'Cost Center',
      home_unit: 'Home Cost Center',
      job_code: 'Job',
      worker_type: 'Status',
      supplier: 'Vendor',
      period_start: { from: 'From', format: 'M/D/YYYY' },
      is_correction: 'Adj',
    },
    values: {
      pay_code: inverted(BAYSIDE_SPELLING.pay_code),
      worker_type: inverted(BAYSIDE_SPELLING.worker_type),
      job_code: inverted(BAYSIDE_SPELLING.job_code),
    },
    constants: { entity: 'Bayside', currency: 'USD' },
    attributes: ['Job Family', 'Direct Care', 'Shift Hours'],
    skip_rows_matching: 'Total',
  };
}

function inverted(spelling: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(spelling).map(([ours, theirs]) => [theirs, ours]));
}
