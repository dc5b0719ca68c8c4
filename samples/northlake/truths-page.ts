import { millions, percent, points, thousands, whole } from './page-figures.ts';
import { alignmentPage } from './truths-page-alignment.ts';
import { retentionPage } from './truths-page-retention.ts';
import type { Truths } from './truths.ts';

/** The planted truths for people: the story first, then each planted fault by file and line. */
export function truthsPage(truths: Truths): string {
  return `${[...story(truths), ...retentionPage(truths), ...alignmentPage(truths), ...ledgers(truths), ...plantedRows(truths)].join('\n')}\n`;
}

function story({
  last_12_months: now,
  prior_12_months: before,
  gap,
  why_cost_moved: why,
  ...truths
}: Truths): string[] {
  const { price_shock: shock, substitution } = why;
  return [
    '# What is planted in Northlake Health',
    '',
    'Northlake Health does not exist. `generate.ts` made every row from a seed and kept books while it did; the figures here and in',
    '`truths.json` come from those books, never from the product. Money in `truths.json` is in cents, shares lie in 0–1.',
    '',
    '## The story',
    '',
    `- Over ${now.from} to ${now.to} external labour is ${percent(now.external_share_hours)} of productive hours and ${percent(now.external_share_cost)} of cost;`,
    `  the twelve months before it was ${percent(before.external_share_hours)} and ${percent(before.external_share_cost)}. The gap widened ${points(gap.widened)} points,`,
    `  ${percent(gap.hot_units_share_of_widening, 0)} of it in ${substitution.units.join('; ')}.`,
    '- Bayside’s payroll reaches back to April 2024, so these figures have it throughout, also before the close on 1 December 2025;',
    `  with Bayside only since the close it is ${percent(truths.as_owned.last_12_months.external_share_hours)} of hours and ${percent(truths.as_owned.last_12_months.external_share_cost)} of cost.`,
    `- Cost rose from ${millions(why.cost_before_cents)} to ${millions(why.cost_after_cents)}, productive hours by ${percent(why.productive_hours_after / why.productive_hours_before - 1)}.`,
    `- Price: ${shock.supplier} raised ${shock.job_codes.join(', ')} by ${percent(shock.factor - 1, 0)} from ${shock.from}: ${millions(shock.cents_last_12_months)} on final lines, before fees.`,
    `  Accruals followed the old card until ${shock.in_accruals_from}.`,
    `- Substitution: ${substitution.seats_converted} seats passed from employees to agency workers: ${whole(substitution.hours_last_12_months)} hours, ${millions(substitution.cents_last_12_months)}.`,
    `- Direct-care roles (RN, LPN, CNA and PCT, MA): ${percent(now.external_share_hours_direct_care)} of hours are external, ${percent(before.external_share_hours_direct_care)} before.`,
    `- Without loads the external share of cost reads ${percent(now.external_share_cost_without_loads)}.`,
    `- Overtime is ${percent(now.overtime_share)} of internal productive hours; it runs hot in ${truths.overtime.hot_units.join(' and ')}.`,
    `- Statement-of-work money without hours: ${millions(now.statement_of_work_cents)}; digital workers: ${millions(now.digital_cents)}. Neither is in a share.`,
    `- Unmapped pay codes ${truths.unmapped_pay_codes.codes.join(', ')}: ${thousands(truths.unmapped_pay_codes.cents)} over thirty months, their ${whole(truths.unmapped_pay_codes.hours_left_out)} hours left out.`,
    `- In post on ${truths.active_people.on}: ${Object.entries(truths.active_people.by_worker_type)
      .sort()
      .map(([type, count]) => `${count} ${type}`)
      .join(', ')}.`,
    '',
    '## How cost was booked',
    '',
    '- External hours come from timesheets, else from invoices (locums at Northgate and Bayside). Cost comes from final lines with fees, else from accruals:',
    '  the last days of September 2026 of Crestline, Greenfield and Tidewater, and all of ClearSpan and the independent contractors.',
    '- Crestline and Greenfield add fees on top of the amount; Meridian has them inside. Weekly lines belong to the days of their week,',
    '  so a week across two months is split; the odd cents go to the first days, so a month can differ by a few cents from another fair split.',
    '- Summit bills by worker and week; BrightPath bills by unit, job and week without naming a worker.',
    '- A labour line covers its work date alone unless it states its first day (`period_start`, Bayside’s `From`): pay lines begin on the 1st or 16th,',
    '  overtime, differentials, standby and per diem lines on the 1st, all not before the day of hire; timesheets on the first day of their week in the month.',
    '  No line has more than 24 hours for each day covered. An invoice line bills the timesheets whose work date is one of its days, whatever days they cover.',
    '- Employer load is (fixed + variable) × all pay of the Northlake entities, unmapped codes included; Bayside books `employer_cost` lines and has no loads.',
    `- ${truths.invoices.blank_cost.lines} invoice lines of ${truths.invoices.blank_cost.supplier} (${truths.invoices.blank_cost.unit}, ${truths.invoices.blank_cost.month}) and their timesheets have no money: the cost of ${whole(truths.all.external_hours_of_unknown_cost)} hours is unknown.`,
    `- Credits: ${truths.invoices.credits.lines} final lines of ${thousands(-truths.invoices.credits.cents)}, negative. Void and preliminary lines carry no cost.`,
    '',
  ];
}

function ledgers({ extracts }: Truths): string[] {
  return [
    '## Ledger by extract, in import order',
    '',
    '| file | rows read | accepted | quarantined | duplicates | of accepted, restated | skipped lines |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...extracts.map(
      (extract) =>
        `| ${extract.file} | ${whole(extract.rows_read)} | ${whole(extract.accepted)} | ${extract.quarantined} | ${extract.duplicates} | ${extract.restated} | ${extract.skipped} |`,
    ),
    '',
  ];
}

function plantedRows({ extracts, special_rows: special }: Truths): string[] {
  const faults = extracts.flatMap(({ file, planted }) =>
    planted.map(
      (fault) =>
        `| ${file} | ${fault.line} | ${fault.reason} | ${fault.column || '–'} | ${fault.value === '' ? '(blank)' : `\`${fault.value}\``} |`,
    ),
  );
  return [
    '## Planted rows that are fine',
    '',
    `- ${special.corrections.rows} reversals with negative hours, marked \`is_correction\`.`,
    `- ${special.equal_punches.pairs} pairs of equal call-back punches in ${special.equal_punches.unit}, ${special.equal_punches.month}: both of each count.`,
    `- ${special.resent.unit}, ${special.resent.month}, comes again: ${special.resent.restated} rows with four hours more, ${special.resent.late} new ones, the rest unchanged.`,
    '- The second invoice file sends 22 to 30 September 2025 again: Greenfield’s preliminary lines became final with other amounts, the rest is unchanged.',
    '- One agency under four names: Crestline Staffing; Crestline Staffing, Inc.; Crestline Staffing LLC; CRESTLINE STAFFING LLC.',
    '',
    '## Planted faults',
    '',
    'Lines count from 1 and include preamble and header. Each is a broken copy of the good row above it.',
    '',
    '| file | line | reason | column | value |',
    '| --- | --- | --- | --- | --- |',
    ...faults,
  ];
}
