/** A prime whose squares are exact in a double: sums are eliminated modulo it, so that no rounding decides. */
const PRIME = 67_108_859;
/** Systems that take more multiplications than this are not solved: about a tenth of a second, as long as a page waits. */
const MOST_WORK = 30_000_000;

/**
 * Unknowns that follow from sums of unknowns whose totals are known: those that elimination leaves alone in a row.
 *
 * In: for each sum the unknowns that it adds up, each once. Out: the unknowns that are determined, ascending. Sums that
 * share unknowns, directly or through others, form a system; one of more than 300 unknowns in 300 sums, or as much work
 * of another shape, is passed over.
 */
export function solvedUnknowns(sums: readonly (readonly number[])[]): number[] {
  return systemsOf(sums)
    .filter(
      ({ unknowns, sums: own }) => unknowns.length * own.length * Math.min(own.length, unknowns.length) <= MOST_WORK,
    )
    .flatMap(solve)
    .sort((a, b) => a - b);
}

type System = { unknowns: number[]; sums: (readonly number[])[] };

/** Sums that share no unknown tell nothing of one another. */
function systemsOf(sums: readonly (readonly number[])[]): System[] {
  const leader = new Map<number, number>();
  const find = (unknown: number): number => {
    let at = unknown;
    for (let next = leader.get(at)!; next !== at; next = leader.get(at)!) at = next;
    leader.set(unknown, at);
    return at;
  };
  for (const sum of sums) {
    for (const unknown of sum) {
      if (!leader.has(unknown)) leader.set(unknown, unknown);
      leader.set(find(unknown), find(sum[0]));
    }
  }
  const systems = new Map<number, System>();
  for (const unknown of leader.keys()) {
    const at = find(unknown);
    const system = systems.get(at);
    if (system) system.unknowns.push(unknown);
    else systems.set(at, { unknowns: [unknown], sums: [] });
  }
  for (const sum of sums) if (sum.length > 0) systems.get(find(sum[0]))!.sums.push(sum);
  return [...systems.values()];
}

function solve({ unknowns, sums }: System): number[] {
  const columnOf = new Map(unknowns.map((unknown, column) => [unknown, column]));
  const rows = sums.map((sum) => {
    const row = new Float64Array(unknowns.length);
    for (const unknown of sum) row[columnOf.get(unknown)!] = 1;
    return row;
  });
  let rank = 0;
  for (let column = 0; column < unknowns.length && rank < rows.length; column++) {
    const pivot = rows.findIndex((row, i) => i >= rank && row[column] !== 0);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot], rows[rank]];
    scale(rows[rank], inverse(rows[rank][column]));
    for (const [i, row] of rows.entries()) if (i !== rank && row[column] !== 0) subtract(row, rows[rank], row[column]);
    rank++;
  }
  return rows.slice(0, rank).flatMap((row) => {
    const left = unknowns.filter((_, column) => row[column] !== 0);
    return left.length === 1 ? left : [];
  });
}

function scale(row: Float64Array, factor: number): void {
  if (factor !== 1) for (let i = 0; i < row.length; i++) row[i] = (row[i] * factor) % PRIME;
}

function subtract(row: Float64Array, other: Float64Array, factor: number): void {
  for (let i = 0; i < row.length; i++) {
    if (other[i] !== 0) row[i] = (row[i] + (PRIME - factor) * other[i]) % PRIME;
  }
}

/** By Fermat's little theorem. */
function inverse(value: number): number {
  let [result, base] = [1, value];
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}
