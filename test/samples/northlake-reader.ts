import { sampleJson, sampleRows } from './sample-files.ts';

/** A row under canonical column names. */
export type Row = Record<string, string>;

type Recipe = {
  header_row: number;
  columns: Record<string, string | { from: string; format: string }>;
  values: Record<string, Record<string, string>>;
  constants: Record<string, string>;
  attributes: string[];
  skip_rows_matching: string;
};
type ManifestFile = { file: string; kind: string; recipe?: string };

export type ReadFile = {
  file: string;
  read: number;
  accepted: number;
  duplicates: number;
  restated: number;
  reasons: Record<string, number>;
};

const WORKER_TYPES = new Set([
  'employee_full_time',
  'employee_part_time',
  'per_diem',
  'float_pool',
  'internal_agency',
  'agency',
  'locum',
  'independent_contractor',
  'vendor',
  'digital_worker',
]);
const KEYS: Record<string, { columns: string[]; occurrences: boolean }> = {
  labor: {
    columns: ['worker_id', 'work_date', 'entity', 'site', 'unit', 'job_code', 'pay_code', 'is_correction'],
    occurrences: true,
  },
  invoices: { columns: ['supplier', 'invoice_id', 'line_id'], occurrences: false },
  roster: { columns: ['entity', 'worker_id', 'hire_date'], occurrences: false },
  volumes: { columns: ['site', 'unit', 'date', 'measure'], occurrences: false },
  loads: { columns: ['entity', 'job_family', 'worker_type', 'valid_from'], occurrences: false },
  entities: { columns: ['entity_id'], occurrences: false },
  bands: { columns: ['entity', 'job_code', 'valid_from'], occurrences: false },
  crosswalk: { columns: ['entity', 'job_code', 'target_job_code'], occurrences: false },
  policies: { columns: ['entity', 'area', 'attribute', 'valid_from'], occurrences: false },
  rates: { columns: ['supplier', 'job_code', 'site', 'rate_type', 'valid_from'], occurrences: false },
  assignments: { columns: ['assignment_id'], occurrences: false },
  credentials: { columns: ['worker_id', 'control', 'issued'], occurrences: false },
  shifts: { columns: ['site', 'unit', 'job_code', 'shift_date', 'shift_label'], occurrences: false },
};
const REQUIRED: Record<string, string[]> = {
  labor: ['worker_id', 'work_date'],
  roster: ['worker_id'],
  invoices: ['invoice_id'],
  bands: ['job_code'],
  crosswalk: ['entity', 'job_code'],
  policies: ['entity', 'area', 'attribute', 'value'],
  rates: ['supplier', 'job_code', 'valid_from', 'rate'],
  assignments: ['assignment_id', 'worker_id', 'start_date'],
  credentials: ['worker_id', 'control'],
  shifts: ['site', 'shift_date'],
};
const DATES = [
  'work_date',
  'period_start',
  'period_end',
  'hire_date',
  'term_date',
  'date',
  'valid_from',
  'valid_to',
  'close_date',
  'start_date',
  'end_date',
  'issued',
  'expires',
  'verified',
  'shift_date',
  'posted_date',
];
const NUMBERS = [
  'hours',
  'cost',
  'amount',
  'fees',
  'bill_rate',
  'value',
  'fte',
  'base_rate',
  'fixed_load',
  'variable_load',
  'min',
  'mid',
  'max',
  'share',
  'rate',
  'contracted_hours',
  'shift_hours',
  'required',
  'scheduled',
  'worked_internal',
  'worked_external',
];
/** Highest values that an importer takes, in kinds where nothing is negative. */
const HIGHEST: Record<string, Record<string, number>> = {
  bands: {},
  crosswalk: { share: 1 },
  rates: {},
  assignments: { contracted_hours: 168 },
  shifts: { shift_hours: 48 },
};
const DAY = 86_400_000;

/** Reads every extract, or those of the kinds wanted, in import order, as an importer must, but without any of the product's code. */
export function readNorthlake(isWanted: (kind: string) => boolean = () => true): {
  files: ReadFile[];
  rows: Record<string, Row[]>;
} {
  const { files } = sampleJson<{ files: ManifestFile[] }>('northlake/sample.json');
  const stores: Record<string, Map<string, Row>> = {};
  const ledgers = files
    .filter(({ kind }) => isWanted(kind))
    .map((entry) => readInto((stores[entry.kind] ??= new Map()), entry));
  return {
    files: ledgers,
    rows: Object.fromEntries(Object.entries(stores).map(([kind, store]) => [kind, [...store.values()]])),
  };
}

function readInto(store: Map<string, Row>, { file, kind, recipe }: ManifestFile): ReadFile {
  const table = recipe
    ? withRecipe(sampleRows(`northlake/${file}`), sampleJson<Recipe>(`northlake/${recipe}`))
    : canonical(sampleRows(`northlake/${file}`));
  const ledger: ReadFile = { file, read: table.length, accepted: 0, duplicates: 0, restated: 0, reasons: {} };
  const seen = new Map<string, number>();
  for (const { row, problem } of table) {
    const reason = problem ?? fault(row, kind);
    if (reason) {
      ledger.reasons[reason] = (ledger.reasons[reason] ?? 0) + 1;
      continue;
    }
    const { columns, occurrences } = KEYS[kind]!;
    const plain = columns.map((column) => row[column]).join('|');
    const nth = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, nth);
    if (nth > 1 && !occurrences) throw new Error(`${file} has ${plain} twice`);
    const key = `${plain}|${nth}`;
    const known = store.get(key);
    if (known && JSON.stringify(known) === JSON.stringify(row)) {
      ledger.duplicates++;
      continue;
    }
    if (known) ledger.restated++;
    store.set(key, row);
    ledger.accepted++;
  }
  return ledger;
}

type Read = { row: Row; problem: string | null };

function canonical([header = [], ...body]: string[][]): Read[] {
  return body.map((fields) => ({
    row: Object.fromEntries(header.map((name, i) => [name, fields[i] ?? ''])),
    problem: lengthProblem(fields, header),
  }));
}

function withRecipe(rows: string[][], recipe: Recipe): Read[] {
  const body = rows.slice(recipe.header_row - 1).filter((fields) => !fields.includes(recipe.skip_rows_matching));
  return canonical(body).map(({ row, problem }) => {
    const mapped: Row = { ...recipe.constants };
    for (const [name, source] of Object.entries(recipe.columns)) {
      const text = row[typeof source === 'string' ? source : source.from] ?? '';
      const value = typeof source === 'string' ? text : fromUsDay(text);
      mapped[name] = recipe.values[name]?.[value] ?? value;
    }
    for (const attribute of recipe.attributes)
      mapped[attribute.toLowerCase().replaceAll(' ', '_')] = row[attribute] ?? '';
    return { row: mapped, problem };
  });
}

function lengthProblem(fields: string[], header: string[]): string | null {
  return fields.length < header.length ? 'short_row' : fields.length > header.length ? 'long_row' : null;
}

function fromUsDay(text: string): string {
  const match = /^(\d+)\/(\d+)\/(\d{4})$/.exec(text);
  return match ? `${match[3]}-${match[1]!.padStart(2, '0')}-${match[2]!.padStart(2, '0')}` : text;
}

function fault(row: Row, kind: string): string | null {
  if ((REQUIRED[kind] ?? []).some((column) => row[column] === '')) return 'missing_value';
  if (DATES.some((column) => row[column] && !isDay(row[column]))) return 'invalid_date';
  if (numbersOf(kind).some((column) => row[column] && !/^-?\d+(\.\d+)?$/.test(row[column]))) return 'invalid_number';
  if (row['worker_type'] && !WORKER_TYPES.has(row['worker_type'])) return 'unknown_value';
  if (kind === 'labor' ? isOutOfRange(row) : isBeyond(row, HIGHEST[kind])) return 'out_of_range';
  if (row['term_date'] && row['term_date'] < row['hire_date']!) return 'term_before_hire';
  return null;
}

/** A line covers its work date alone unless it states an earlier first day; negative hours are for corrections. */
function isOutOfRange(row: Row): boolean {
  const hours = Number(row['hours']);
  return hours > 24 * daysCovered(row) || (hours < 0 && row['is_correction'] !== 'true');
}

/** A policy's value is words, whatever they are. */
function numbersOf(kind: string): string[] {
  return kind === 'policies' ? [] : NUMBERS;
}

function isBeyond(row: Row, highest: Record<string, number> | undefined): boolean {
  if (!highest) return false;
  return NUMBERS.some(
    (column) => row[column] && (Number(row[column]) < 0 || Number(row[column]) > (highest[column] ?? Infinity)),
  );
}

/** Days from a labour line's first day to its work date, both included. */
export function daysCovered(row: Row): number {
  const last = row['work_date']!;
  return (Date.parse(last) - Date.parse(row['period_start'] || last)) / DAY + 1;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
