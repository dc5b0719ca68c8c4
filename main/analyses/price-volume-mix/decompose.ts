/** Hours in 10⁻⁶ hours and money in minor units of one job × site × worker type or a slice of it, before and after. */
export type PriceCell = {
  job: string;
  site: string;
  workerType: string;
  workerClass: string;
  hours: [before: number, after: number];
  cost: [before: number, after: number];
};

/** Parts of a change of cost, in minor units; they add up to it exactly. */
export type Effects = { volume: number; substitution: number; otherMix: number; activity: number; rate: number };

export type DecomposedCell = PriceCell & { effects: Effects; status: 'continued' | 'new' | 'ended' };

export type Decomposition = { effects: Effects; cells: DecomposedCell[] };

const PARTS = ['volume', 'substitution', 'otherMix', 'activity'] as const;

/**
 * Splits the change of cost of priced hours into volume, mix and rate.
 *
 * volume (H₁−H₀)·R₀; mix is split three ways: activity between jobs and sites, substitution between internal and
 * external within job × site, other mix between worker types of one class; rate Σ h₁·(r₁−r₀) takes the rounding.
 * A new cell has r₀ := r₁; an ended one falls in mix. Slices of one job, site and worker type share its rate before, so
 * that however cells are sliced the totals are the same and slices add up to them. A job, site and worker type must have
 * hours in at least one of the periods and no money in a period without hours. Exact rationals are rounded once.
 * Source: Muster product definition §4 and exact rules, "pvm".
 */
export function decompose(cells: readonly PriceCell[]): Decomposition {
  const bases = baseRates(cells);
  const exact = cells.map((cell, i) => exactEffects(cell, bases[i]));
  const effects = Object.fromEntries(PARTS.map((part) => [part, roundSum(exact.map((one) => one[part]))])) as Record<
    (typeof PARTS)[number],
    number
  >;
  const spread = Object.fromEntries(
    PARTS.map((part) => [
      part,
      spreadRounded(
        effects[part],
        exact.map((one) => toNumber(one[part])),
      ),
    ]),
  ) as Record<(typeof PARTS)[number], number[]>;
  const decomposed = cells.map((cell, i): DecomposedCell => {
    const parts = {
      volume: spread.volume[i],
      substitution: spread.substitution[i],
      otherMix: spread.otherMix[i],
      activity: spread.activity[i],
    };
    const change = cell.cost[1] - cell.cost[0];
    return {
      ...cell,
      status: statusOf(cell.hours),
      effects: { ...parts, rate: change - parts.volume - parts.substitution - parts.otherMix - parts.activity },
    };
  });
  const change = cells.reduce((sum, cell) => sum + cell.cost[1] - cell.cost[0], 0);
  return {
    effects: { ...effects, rate: change - PARTS.reduce((sum, part) => sum + effects[part], 0) },
    cells: decomposed,
  };
}

function statusOf([before, after]: readonly [number, number]): DecomposedCell['status'] {
  if ((before === 0) === (after === 0)) return 'continued';
  return before === 0 ? 'new' : 'ended';
}

/** A rational number over integers. */
type Fraction = { top: bigint; bottom: bigint };

/** Rates before: of the cell, of its class within job × site, of its job × site, of everything. */
type Bases = { cell: Fraction; class: Fraction; place: Fraction; all: Fraction };

function baseRates(cells: readonly PriceCell[]): Bases[] {
  const rateOf = (members: number[]): Fraction => {
    const before = members.reduce((sum, i) => sum + cells[i].hours[0], 0);
    if (before !== 0)
      return fraction(
        members.reduce((sum, i) => sum + cells[i].cost[0], 0),
        before,
      );
    // A group that is new as a whole is taken at its own price after.
    return fraction(
      members.reduce((sum, i) => sum + cells[i].cost[1], 0),
      members.reduce((sum, i) => sum + cells[i].hours[1], 0),
    );
  };
  const placeOf = (cell: PriceCell) => `${cell.job}\u0000${cell.site}`;
  const places = groupRates(cells, placeOf, rateOf);
  const classes = groupRates(cells, (cell) => `${placeOf(cell)}\u0000${cell.workerClass}`, rateOf);
  const own = groupRates(cells, (cell) => `${placeOf(cell)}\u0000${cell.workerType}`, rateOf);
  const all = rateOf(cells.map((_, i) => i));
  return cells.map((_, i) => ({ cell: own[i], class: classes[i], place: places[i], all }));
}

function groupRates(
  cells: readonly PriceCell[],
  keyOf: (cell: PriceCell) => string,
  rateOf: (members: number[]) => Fraction,
): Fraction[] {
  const members = Map.groupBy(cells.keys(), (i) => keyOf(cells[i]));
  const rates = new Map([...members].map(([key, list]) => [key, rateOf(list)]));
  return cells.map((cell) => rates.get(keyOf(cell))!);
}

function exactEffects(
  cell: PriceCell,
  { cell: own, class: ofClass, place, all }: Bases,
): Record<(typeof PARTS)[number], Fraction> {
  const step = BigInt(cell.hours[1] - cell.hours[0]);
  const times = (rate: Fraction): Fraction => ({ top: rate.top * step, bottom: rate.bottom });
  return {
    volume: times(all),
    activity: times(minus(place, all)),
    substitution: times(minus(ofClass, place)),
    otherMix: times(minus(own, ofClass)),
  };
}

function fraction(top: number, bottom: number): Fraction {
  return bottom === 0
    ? { top: 0n, bottom: 1n }
    : bottom < 0
      ? { top: BigInt(-top), bottom: BigInt(-bottom) }
      : { top: BigInt(top), bottom: BigInt(bottom) };
}

function minus(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.bottom - b.top * a.bottom, bottom: a.bottom * b.bottom };
}

/** Sum of exact parts, each kept to a millionth of a minor unit, rounded once. */
function roundSum(parts: readonly Fraction[]): number {
  const scale = 1_000_000_000_000n;
  const sum = parts.reduce((total, { top, bottom }) => total + (top * scale) / bottom, 0n);
  const half = sum < 0n ? -scale / 2n : scale / 2n;
  return Number((sum + half) / scale);
}

function toNumber({ top, bottom }: Fraction): number {
  return Number((top * 1_000_000n) / bottom) / 1e6;
}

/** Whole parts close to the exact ones that add up to the total. */
function spreadRounded(total: number, exact: readonly number[]): number[] {
  const floors = exact.map(Math.floor);
  const left = total - floors.reduce((sum, part) => sum + part, 0);
  const order = exact.map((_, i) => i).sort((a, b) => exact[b] - floors[b] - (exact[a] - floors[a]) || a - b);
  for (const i of order.slice(0, left)) floors[i]++;
  // Adding zero turns −0 into 0.
  return floors.map((part) => part + 0);
}
