import { dayOf, isoDay, isoMonth, monthOf } from './calendar.ts';
import { type Field, money } from './csv.ts';
import { type ExtractPlan } from './extract.ts';
import type { LaborLine } from './lines.ts';
import { type Fault, faults } from './planted-errors.ts';
import { RESENT } from './story.ts';

const COLUMNS = [
  'worker_id',
  'work_date',
  'pay_code',
  'hours',
  'cost',
  'currency',
  'entity',
  'site',
  'unit',
  'home_unit',
  'job_code',
  'worker_type',
  'supplier',
  'period_start',
  'is_correction',
  'job_family',
  'direct_care',
  'shift_hours',
];

function canonicalRow(line: LaborLine): Field[] {
  return [
    line.worker,
    isoDay(line.day),
    line.payCode,
    line.hours,
    money(line.cents),
    'USD',
    line.entity,
    line.site,
    line.unit,
    line.homeUnit,
    line.job,
    line.type,
    line.supplier,
    line.periodStart === null ? '' : isoDay(line.periodStart),
    line.correction ? 'true' : '',
    line.family,
    line.directCare ? 'yes' : 'no',
    line.shiftHours === 0 ? '' : line.shiftHours,
  ];
}

/** Half fiscal years of the Northlake entities, April to September and October to March. */
const HALVES = [0, 6, 12, 18, 24];

const HALF_FAULTS: readonly Fault[][] = [
  [
    ...faults('invalid_date', 'work_date', ['2024-06-31', '2024-13-05', 'n/a']),
    ...faults('missing_value', 'worker_id', [''], 4),
    ...faults('short_row', '', [''], 2),
  ],
  [
    ...faults('invalid_number', 'cost', ['#REF!', 'see HR', '#REF!']),
    ...faults('out_of_range', 'hours', ['999', '-12']),
  ],
  [
    ...faults('unknown_value', 'worker_type', ['TEMP', 'contractor?'], 5),
    ...faults('missing_value', 'work_date', [''], 3),
    ...faults('out_of_range', 'hours', ['-8']),
  ],
  [
    ...faults('invalid_date', 'work_date', ['2026-02-30', '00.00.0000'], 4),
    ...faults('invalid_number', 'hours', ['seventy', '7:30h']),
    ...faults('long_row', '', ['see note'], 3),
  ],
  [
    ...faults('out_of_range', 'hours', ['999', '-12', '999', '-24', '888']),
    ...faults('unknown_value', 'worker_type', ['TRAVLER'], 6),
    ...faults('missing_value', 'worker_id', [''], 2),
    ...faults('short_row', '', [''], 2),
    ...faults('invalid_date', 'work_date', ['2026-06-31']),
  ],
];

/** Labour lines of the Northlake entities, a file per half year, as the timekeeping system sent them first. */
export function northlakeFiles(
  lines: readonly LaborLine[],
  asFirstSent: (line: LaborLine) => LaborLine,
): ExtractPlan[] {
  return HALVES.map((first, i) => {
    const chosen = lines.filter(
      (line) => line.entity !== 'Bayside' && monthOf(line.day) >= first && monthOf(line.day) < first + 6,
    );
    return {
      file: `labor-northlake-${i + 1}.csv.gz`,
      kind: 'labor',
      title: `Northlake labour, half year from ${isoMonth(first)}`,
      description: 'Hours and cost by worker, pay period, unit and pay code; outside workers by week, at accrued cost.',
      header: COLUMNS,
      rows: ordered(chosen).map((line) => canonicalRow(asFirstSent(line))),
      faults: HALF_FAULTS[i]!,
    };
  });
}

/** One unit and month sent again: unchanged rows, corrected ones, and late timecards that are new. */
export function resentFile(lines: readonly LaborLine[], counts: { restated: number; late: number }): ExtractPlan {
  return {
    file: 'labor-northlake-6-resent.csv.gz',
    kind: 'labor',
    title: `Northlake labour, ${RESENT.unit}, August 2026 sent again`,
    description: 'Most rows are already there; some were corrected, and a few timecards came late.',
    header: COLUMNS,
    rows: ordered(lines).map(canonicalRow),
    faults: [],
    duplicates: lines.length - counts.restated - counts.late,
    restated: counts.restated,
  };
}

const BAYSIDE_COLUMNS = [
  'File No',
  'Pay Date',
  'Earn Code',
  'Hrs',
  'Amt',
  'Location',
  'Cost Center',
  'Home Cost Center',
  'Job',
  'Status',
  'Vendor',
  'From',
  'Adj',
  'Job Family',
  'Direct Care',
  'Shift Hours',
];

/** How Bayside's payroll spells our codes; its recipe maps them back. */
export const BAYSIDE_SPELLING = {
  pay_code: {
    regular: 'REG',
    overtime: 'OT15',
    differential: 'SHFT',
    on_call: 'STBY',
    call_back: 'CB',
    orientation: 'ORNT',
    paid_leave: 'PTO',
    incentive: 'BONUS',
    other_nonproductive: 'OTHNP',
    employer_cost: 'ERTAX',
  } as Readonly<Record<string, string>>,
  worker_type: {
    employee_full_time: 'FT',
    employee_part_time: 'PT',
    per_diem: 'PRN',
    agency: 'AGY',
    locum: 'LOC',
  } as Readonly<Record<string, string>>,
  job_code: {
    RN: 'STAFF NURSE',
    LPN: 'PRACT NURSE',
    MA: 'MED ASST',
    RT: 'RESP THER',
    SURGT: 'SURG TECH',
    RADT: 'RAD TECH',
    MLS: 'LAB SCI',
    PT: 'PHYS THER',
    PHARM: 'PHARMACIST',
    PHT: 'PHARM TECH',
    MD: 'PHYSICIAN',
    NP: 'NURSE PRACT',
    CRNA: 'NURSE ANES',
    FOOD: 'FOOD SVC',
    REG: 'REGISTRAR',
    ANL: 'ANALYST',
    MGR: 'MANAGER',
  } as Readonly<Record<string, string>>,
};

function baysideRow(line: LaborLine): Field[] {
  return [
    line.worker,
    usDay(line.day),
    BAYSIDE_SPELLING.pay_code[line.payCode] ?? line.payCode,
    line.hours,
    money(line.cents),
    line.site,
    line.unit,
    line.homeUnit,
    BAYSIDE_SPELLING.job_code[line.job] ?? line.job,
    BAYSIDE_SPELLING.worker_type[line.type] ?? line.type,
    line.supplier,
    line.periodStart === null ? '' : usDay(line.periodStart),
    line.correction ? 'true' : '',
    line.family,
    line.directCare ? 'yes' : 'no',
    line.shiftHours,
  ];
}

/** "9/5/2026", month first, without leading zeros. */
function usDay(day: number): string {
  const [year, month, date] = isoDay(day).split('-').map(Number);
  return `${month}/${date}/${year}`;
}

/** Bayside's own payroll register: before the close, from the data room, and after it. */
export function baysideFiles(lines: readonly LaborLine[]): ExtractPlan[] {
  const close = dayOf('2025-12-01');
  const own = lines.filter((line) => line.entity === 'Bayside');
  const parts = [
    {
      file: 'labor-bayside-1.csv.gz',
      title: 'Bayside payroll, April 2024 to November 2025',
      chosen: own.filter((line) => line.day < close),
    },
    {
      file: 'labor-bayside-2.csv.gz',
      title: 'Bayside payroll, from the close in December 2025',
      chosen: own.filter((line) => line.day >= close),
    },
  ];
  const planted = [
    [
      ...faults('invalid_date', 'Pay Date', ['13/45/2024', '2/30/2025', 'PENDING']),
      ...faults('unknown_value', 'Status', ['???'], 4),
      ...faults('out_of_range', 'Hrs', ['-16', '999']),
    ],
    [
      ...faults('missing_value', 'File No', [''], 3),
      ...faults('invalid_number', 'Amt', ['$$$', 'void']),
      ...faults('unknown_value', 'Status', ['TRAV'], 2),
      ...faults('long_row', '', ['reviewed'], 2),
    ],
  ];
  return parts.map(({ file, title, chosen }, i) => ({
    file,
    kind: 'labor',
    recipe: 'bayside.recipe.json',
    title,
    description:
      'From another payroll system: own headings, codes and date order, two lines above the header and a total below.',
    header: BAYSIDE_COLUMNS,
    rows: ordered(chosen).map(baysideRow),
    faults: planted[i]!,
    preamble: ['Bayside Medical payroll register', `Run for Northlake integration - part ${i + 1} of 2`],
    footer: [`Total,,,${chosen.reduce((sum, line) => sum + line.hours, 0)}${','.repeat(BAYSIDE_COLUMNS.length - 4)}`],
  }));
}

/** By worker, then day: how payroll prints it, and it compresses well. */
function ordered(lines: readonly LaborLine[]): LaborLine[] {
  return lines.toSorted(
    (a, b) => compare(a.worker, b.worker) || a.day - b.day || compare(a.payCode, b.payCode) || compare(a.unit, b.unit),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
