import type { DotsChart, HeatChart, MultiplesChart, PyramidChart, SurvivalChart } from '../../main/contract/page.ts';

/** Charts for tests of drawings and twins: small enough to work out by hand. */
const frame = { title: 'Chart', subtitle: '', description: 'A chart.' };

type Curve = SurvivalChart['curves'][number];

export const curve = (over: Partial<Curve> = {}): Curve => ({
  id: over.label ?? 'curve',
  label: 'Nurses',
  role: 'group1',
  from: 0,
  points: [],
  atRisk: [],
  narrow: null,
  query: null,
  ...over,
});

export const survival = (ticks: number[], curves: Curve[]): SurvivalChart => ({
  ...frame,
  kind: 'survival',
  timeUnit: 'days',
  ticks,
  curves,
});

/**
 * Ten nurses: two leave on day 10, one of the eight left on day 20. 8/10 = 0.8; 0.8 × 7/8 = 0.7.
 * Five doctors, seen from day 15: one leaves on day 30. 4/5 = 0.8.
 */
export const wards = survival(
  [0, 15, 30],
  [
    curve({
      points: [
        { time: 10, survival: 0.8, lower: 0.587, upper: 1 },
        { time: 20, survival: 0.7, lower: 0.467, upper: 1 },
      ],
      atRisk: [10, 8, 7],
    }),
    curve({
      label: 'Doctors',
      role: 'group2',
      from: 15,
      points: [{ time: 30, survival: 0.8, lower: null, upper: null }],
      atRisk: [null, 5, 5],
    }),
  ],
);

export const heat = (values: (number | string)[][], over: Partial<HeatChart> = {}): HeatChart => ({
  ...frame,
  kind: 'heat',
  unit: 'share',
  scale: { from: 0.5, to: 1 },
  rowTitle: 'Hired in',
  columns: Array.from({ length: Math.max(0, ...values.map((row) => row.length)) }, (_, index) => `${index + 1}`),
  rows: values.map((row, index) => ({
    label: `Cohort ${index + 1}`,
    size: 20 + index,
    cells: row.map((value) =>
      typeof value === 'string' ? { value: null, absence: value, query: null } : { value, absence: null, query: null },
    ),
  })),
  ...over,
});

export const pyramid = (bands: [string, number | null, number | null][]): PyramidChart => ({
  ...frame,
  kind: 'pyramid',
  unit: 'share',
  sides: [
    { label: 'Leavers', role: 'external' },
    { label: 'In post', role: 'internal' },
  ],
  bands: bands.map(([label, left, right]) => ({ label, values: [left, right], queries: [null, null] })),
});

type DotsRow = DotsChart['rows'][number];

export const dotsRow = (over: Partial<DotsRow> = {}): DotsRow => ({
  label: 'Pay bands',
  now: null,
  before: null,
  target: null,
  band: null,
  interval: null,
  tone: 'neutral',
  absence: (over.now ?? null) === null ? 'not measured' : null,
  query: null,
  ...over,
});

export const dots = (rows: DotsRow[], scale: DotsChart['scale'] = { from: 0, to: 100 }): DotsChart => ({
  ...frame,
  kind: 'dots',
  scale,
  labels: { now: 'now', before: 'at close', target: 'target', band: 'within chance' },
  rows,
});

type Panel = MultiplesChart['panels'][number];

export const panel = (values: (number | string)[], over: Partial<Panel> = {}): Panel => ({
  title: 'Turnover',
  unit: 'share',
  currency: null,
  values: values.map((value) =>
    typeof value === 'string' ? { value: null, absence: value, query: null } : { value, absence: null, query: null },
  ),
  note: null,
  ...over,
});

export const multiples = (groups: string[], panels: Panel[]): MultiplesChart => ({
  ...frame,
  kind: 'multiples',
  groups: groups.map((label, index) => ({
    label,
    role: (['group1', 'group2', 'group3', 'group4'] as const)[index % 4],
  })),
  panels,
});
