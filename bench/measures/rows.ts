import type { Api } from '../../main/contract/api.ts';
import type { DuckDb } from '../peers/duckdb.ts';
import type { Check, Report, Settings } from '../result.ts';
import { interleave, ratioOf, spreadOf, timed } from '../rounds.ts';

const UNITS = 120;
const LIMIT = 100;

/** Measure 10: the first hundred source rows under a figure, with how many there are in all. */
export async function measureRows({ api, duck }: { api: Api; duck: DuckDb }, settings: Settings): Promise<Report> {
  const questions = Array.from({ length: settings.rounds + 2 }, (_, i) => ({
    unit: `U${1_000 + ((i * 11) % UNITS) * 7}`,
    month: `2024-${String((i % 12) + 1).padStart(2, '0')}`,
  }));
  const ours = ({ unit, month }: (typeof questions)[number]) =>
    api.rows({
      query: { metric: 'productive_hours', variant: null, where: { unit: [unit] }, from: month, to: month },
      offset: 0,
      limit: LIMIT,
    });
  const peer = async ({ unit, month }: (typeof questions)[number]) => {
    const from = `from labor where unit = '${unit}' and pay_code in ('regular', 'overtime', 'call_back') and work_date >= date '${month}-01' and work_date < date '${month}-01' + interval 1 month`;
    const rows = await duck.rows(`select * ${from} limit ${LIMIT}`);
    const [[total]] = (await duck.rows(`select count(*) ${from}`)) as [[unknown]];
    return { rows: rows.length, total: Number(total) };
  };
  const checks: Check[] = [];
  for (const question of questions.slice(0, 2)) {
    const [a, b] = [await ours(question), await peer(question)];
    checks.push({
      what: `rows under productive hours of ${question.unit} in ${question.month}`,
      ours: `${a.rows.length} of ${a.total}`,
      peer: `${b.rows} of ${b.total}`,
      equal: a.total === b.total && a.rows.length === b.rows,
    });
  }
  const milliseconds = await interleave(settings.rounds, {
    ours: (round) => timed(() => ours(questions[round + 2])),
    peer: (round) => timed(() => peer(questions[round + 2])),
  });
  return {
    results: [
      {
        number: '10',
        measure: 'drill-through to 100 rows and their number: ours ÷ DuckDB raw',
        size: `${settings.rows.toLocaleString('en')} rows`,
        ratio: ratioOf(milliseconds.ours, milliseconds.peer),
        target: { kind: 'at most', value: 3 },
        context: `ours ${spreadOf(milliseconds.ours).median.toFixed(1)} ms, DuckDB ${spreadOf(milliseconds.peer).median.toFixed(1)} ms`,
      },
    ],
    checks,
    notes: [],
  };
}
