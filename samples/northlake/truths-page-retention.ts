import { percent, table } from './page-figures.ts';
import type { Truths } from './truths.ts';

/** Who stays and who leaves, in words and tables. */
export function retentionPage({ retention, assignments }: Truths): string[] {
  const { hot_units: hot, post_close: after, conversions, transfers, rehires_bridged: rehires } = retention;
  return [
    '## Who stays',
    '',
    'Own staff without per diem. A transfer is no separation, nor is a rehire within ninety days; the last day in post counts.',
    '',
    ...table(
      [
        'period',
        'of',
        'separations',
        'mean headcount',
        'turnover',
        'voluntary',
        'involuntary',
        'other',
        'unclassified',
        'under one year',
      ],
      retention.turnover_by_period
        .filter(({ period }) => period.startsWith('fiscal') || period === '2025')
        .map((row) => [
          row.period,
          row.of,
          row.separations,
          row.mean_headcount.toFixed(1),
          row.turnover === null ? 'n/a (no base)' : percent(row.turnover),
          ...['voluntary', 'involuntary', 'other', 'unclassified'].map((key) => row.separations_by_class[key] ?? 0),
          row.leavers_under_one_year,
        ]),
    ),
    '',
    '- `system` has Bayside throughout, `as_owned` and `Bayside_as_owned` only from the close. Headcounts, entries and exits month by month and entity by',
    '  entity are `retention.turnover_by_month` in `truths.json`; hire cohorts by quarter are `retention.hire_cohorts`.',
    `- Reasons: ${Object.entries(retention.reason_classes)
      .map(([reason, reasonClass]) => `${reason || '(blank)'} is ${reasonClass}`)
      .join('; ')}.`,
    `- Hot spots: in ${hot.planted.join(' and ')} people leave at ${hot.planted_factor} times what job and tenure explain.`,
    `  ${hot.by_unit
      .filter(({ unit }) => hot.planted.includes(unit))
      .map((unit) => `${unit.unit}: ${unit.leavers} left, ${unit.expected_leavers.toFixed(1)} expected`)
      .join('; ')}.`,
    `  ${hot.also_losing_seats_to_agencies.join('; ')} also lose people, whose seats passed to agencies.`,
    `- After the close: for ${after.planted.months} months the ${after.acquired.people} people who came with Bayside leave at ${after.planted.times_risk_of_newcomers} times a newcomer’s risk, then at`,
    `  a newcomer’s. Of them ${after.acquired.left_within_90} were gone within 90 days, ${after.acquired.left_within_180} within 180, ${after.acquired.left_by_2026_09_30} by 30 September 2026; they kept`,
    `  ${days(after.acquired.mean_days_kept_of_180)} of the first 180 days. Of ${after.hired_elsewhere.people} people hired elsewhere from the close on and seen for 180 days`,
    `  ${after.hired_elsewhere.left_within_180} left; they kept ${days(after.hired_elsewhere.mean_days_kept_of_180)}. Planted leavers there and in the hot spots leave at a month’s end and a`,
    '  successor takes over the next day at the same pay, so hours and money are the same with them or without.',
    `- ${rehires.length} rehires within ninety days, ${transfers.length} transfers between entities under one worker id, ${conversions.length} contractors employed by the unit`,
    '  of their contract under the same id; they are listed in `truths.json`.',
    `- Assignments: ${assignments.chains} stays of outside workers, ${assignments.chains_longer_than_26_weeks} longer than 26 weeks. Of ${assignments.ended_at_least_90_days_ago.chains} that ended at least 90 days ago`,
    `  ${assignments.ended_at_least_90_days_ago.converted} were followed by employment.`,
    '',
  ];
}

function days(mean: number | null): string {
  return mean === null ? 'n/a' : mean.toFixed(1);
}
