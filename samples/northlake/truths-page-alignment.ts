import { percent, table, thousands, whole } from './page-figures.ts';
import type { Truths } from './truths.ts';

/** Where Bayside differs from Northlake: what costs money first, then the rest. */
export function alignmentPage({ misalignments, alignment }: Truths): string[] {
  const { crosswalk, policies, credentials, shifts, short_notice: short, spans } = alignment;
  const { by_relation: relations } = policies;
  const under = credentials.others_rule.bayside_under_northlakes.own_staff;
  return [
    '## Where Bayside differs',
    '',
    'Planted misalignments ranked by money, dearest first:',
    '',
    ...table(
      ['dimension', 'what', 'people', 'a year'],
      alignment.ranked_by_money.map((item) => [
        item.dimension,
        item.what,
        item.people ?? '–',
        thousands(item.cents_a_year),
      ]),
    ),
    '',
    'By dimension: ' +
      `${alignment.ranked_dimensions_by_money.map((item) => `${item.dimension} (${thousands(item.cents_a_year)}, ${item.closing_it})`).join(', ')}. Of spans it is at most the pay of the ${alignment.narrow_spans.posts_beyond} managers`,
    'and team leads whom Northlake’s median span would not need. Nothing is planted in worker mix or in floating between units.',
    '',
    'Pay is 52 weeks of scheduled hours without load; supplier rates are rate card against rate card over the last twelve months’ hours.',
    '',
    ...table(
      ['job', 'Bayside pays, of Northlake', 'people', 'below Northlake’s minimum', 'a year to reach it'],
      misalignments.pay.map((pay) => [
        pay.job_code,
        percent(pay.mean_rate_cents / pay.northlake_mean_rate_cents),
        pay.people,
        pay.people_below_minimum,
        thousands(pay.cents_a_year_to_reach_minimum),
      ]),
    ),
    '',
    ...table(
      ['supplier of both', 'rates at Bayside', 'paid above Northlake’s rates, last 12 months'],
      misalignments.suppliers
        .filter((supplier) => supplier.planted_bayside_rate_factor > 1)
        .map((supplier) => [
          supplier.supplier,
          `+${percent(supplier.planted_bayside_rate_factor - 1, 0)}`,
          thousands(supplier.cents_paid_above_northlake_rates),
        ]),
    ),
    '',
    `- Jobs: the first crosswalk maps ${crosswalk.heads_by_status.one_to_one} of ${crosswalk.heads} people one to one (${percent(crosswalk.job_alignment)}); ${crosswalk.heads_by_status.split} are in a job that is split, ${crosswalk.heads_by_status.unmapped} in`,
    `  jobs that nobody has mapped: ${crosswalk.jobs
      .filter(({ status }) => status === 'unmapped')
      .map((job) => `${job.job_code} (means ${job.means}, ${job.heads} people)`)
      .join(', ')}. Titles are abbreviated, such as RN II - ED.`,
    '- Scheduling, July to September 2026: eight-hour shifts on Bayside’s medical-surgical wards and twelve-hour shifts in its operating',
    '  rooms; Northlake does the opposite. Bayside rotates where Northlake is fixed and begins half an hour earlier, in clinics later.',
    '',
    ...table(
      ['entity', 'hours on 8-hour shifts', 'on 12-hour shifts', 'days posted ahead', 'required hours', 'uncovered'],
      shifts.map((row) => [
        row.entity,
        percent(row.share_by_shift_hours['8'] ?? 0),
        percent(row.share_by_shift_hours['12'] ?? 0),
        `${row.lead_days.least} to ${row.lead_days.most}, mean ${row.lead_days.mean.toFixed(1)}`,
        whole(row.required_hours),
        whole(row.gap_hours),
      ]),
    ),
    '',
    `- Bayside posts its schedules late. Of ${short.units_and_jobs_with_both.length} units and jobs that have posted as early as Northlake since 17 August 2026, agencies fill`,
    `  ${short.ratio_of_outside_shares.toFixed(3)} times the share of shifts posted early that they fill of late ones (Mantel–Haenszel over unit and job); at what agency hours`,
    `  cost beyond own ones (${short.jobs.map((job) => `${job.job_code} ${thousands(job.excess_cents)}`).join(', ')}) posting all as early saves ${thousands(short.cents_a_year)} a year.`,
    '',
    ...table(
      ['entity', 'managers', 'median direct reports', 'three or fewer'],
      spans.map((span) => [span.entity, span.managers, span.median, percent(span.share_of_three_or_fewer)]),
    ),
    '',
    `- Policies: of ${policies.attributes} attributes ${relations['equal']} are equal (but for case, spaces or the writing of a number), ${relations['compatible']} compatible (of two lists`,
    `  one holds the other), ${relations['conflicting']} conflict and ${relations['one_side']} are settled on one side only.`,
    `  In conflict: ${policies.conflicting.join('; ')}.`,
    `- Since the close Bayside took over ${policies.adopted_by_bayside.map(({ attribute, from }) => `${attribute} (${from})`).join(', ')}:`,
    `  ${policies.by_month_since_close.map(({ month, conflicting }) => `${conflicting} in conflict at the end of ${month}`).join(', ')}.`,
    `- Required controls: ${credentials.required.northlake.join(', ')} at Northlake; Bayside has no exclusion_screening and adds violence_prevention`,
    `  (Jaccard ${credentials.jaccard.toFixed(3)}). Under Northlake’s rule ${under.without_any_required} of Bayside’s ${under.people} people would fail, ${credentials.own_rule.bayside.own_staff.without_any_required} fail their own on 30 September 2026; of`,
    `  Northlake’s ${credentials.own_rule.northlake.own_staff.people} people ${credentials.own_rule.northlake.own_staff.without_any_required} fail theirs. ${credentials.said_current_but_expired} rows say current though they expired.`,
    '- Calendar fiscal year, raises in January, no float pool, employer cost booked line by line.',
    '- Tidewater serves only Bayside, Greenfield and BrightPath only Northlake. Crestline’s rate cards carry the name that its invoices to the site have.',
    '',
  ];
}
