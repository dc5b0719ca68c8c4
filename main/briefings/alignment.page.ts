import type { Alignment } from '../analyses/alignment/align.ts';
import type { Assessed } from '../analyses/alignment/assess.ts';
import { undecidedJobs } from '../analyses/alignment/undecided-jobs.ts';
import { formatMoney, formatNumber, formatValue } from '../contract/format.ts';
import type { Recommendation } from '../contract/page.ts';
import { UNDECIDED_JOBS } from '../contract/undecided-jobs.ts';
import { monthOfDay } from '../model/civil-day.ts';
import { alignmentDots } from './alignment-dots.ts';
import { gapsOf, gapsTable } from './alignment-gaps.ts';
import type { StatedGap } from './alignment-gaps.ts';
import { defineDealPage } from './deal-page.ts';
import { evidenceOf } from './dimension-evidence.ts';
import type { PageContext } from './page.ts';
import { lackingExtracts } from './lacking-extracts.ts';
import { listed } from './listed.ts';

export default defineDealPage({
  id: 'alignment',
  label: 'Is it aligned',
  question: 'Is the acquired entity aligned?',
  definitions: [
    'job_alignment',
    'pay_distance',
    'mix_distance',
    'scheduling',
    'deployment',
    'span_of_control',
    'policy_variance',
    'credential_overlap',
    'supplier_overlap',
    'retention',
    'alignment_index',
  ],
  build(context, { alignment, trend }) {
    const gaps = gapsOf(alignment);
    return {
      title: titleOf(alignment, gaps),
      kpis: [],
      chart: alignmentDots(context, alignment, trend),
      inset: null,
      table: gapsTable(context, alignment, gaps),
      recommendation: recommendationOf(context, alignment, gaps),
      notices: noticesOf(alignment),
      decide: [{ part: 'targets', command: null }],
    };
  },
});

function titleOf({ facts, dimensions }: Alignment, gaps: readonly StatedGap[]): string {
  const { entity, against, asOf, closeDay } = facts;
  const measured = dimensions.filter(({ score, verdict }) => score !== null && verdict !== 'kept_apart');
  if (measured.length === 0)
    return `Whether ${entity.name} is aligned with ${against.name} cannot be told from these extracts`;
  const judged = measured.filter(isJudged);
  const since = closeDay === null || asOf === null ? null : monthOfDay(asOf) - monthOfDay(closeDay);
  const after = since === null || since < 1 ? '' : `${monthsText(since)} after close `;
  if (judged.length === 0)
    return `${after === '' ? 'Whether' : `${after}it cannot be told whether`} ${entity.name} matches ${against.name}${after === '' ? ' cannot be told' : ''}: too few sites for a difference to show`;
  const matching = judged.filter(({ verdict }) => verdict !== 'differs').length;
  const subject = `${after}${entity.name} ${matchText(judged, matching, dimensions.length, against.name)}`;
  const costs = gaps.reduce((sum, { cost }) => sum + Math.max(0, cost ?? 0), 0);
  const people = Math.max(0, ...gaps.map((gap) => gap.people ?? 0));
  const affects = people > 0 ? `affects ${formatNumber(people)} ${people === 1 ? 'person' : 'people'}` : '';
  const money = costs > 0 ? `costs ${formatMoney(costs, facts.currency)} a year` : '';
  const rest = [money, affects].filter((text) => text !== '').join(' and ');
  return rest === '' ? subject : `${subject}; closing the gaps ${rest}`;
}

/** A match on one dimension of many must not read as a match. */
function matchText(judged: readonly Assessed[], matching: number, all: number, against: string): string {
  if (judged.length > 1) return `matches ${against} on ${matching} of ${judged.length} dimensions`;
  const [{ dimension, verdict, score }] = judged;
  const at = `${dimension.label.toLowerCase()}, at ${formatNumber(score ?? 0)} of 100`;
  const said = {
    aligned: `comes within its target of ${against} on ${at}`,
    differs: `falls short of ${against} on ${at}`,
    no_detectable_difference: `cannot be told from ${against} on ${at}`,
    not_measured: '',
    kept_apart: '',
  }[verdict];
  return `${said}; the other ${all - 1} dimensions cannot be judged from these extracts`;
}

/** Told at all: what differs or agrees by more than chance, what is a fact, and what sites were enough to detect. */
function isJudged({ verdict, arrangements, noiseFloor, detectable }: Assessed): boolean {
  return (
    verdict !== 'no_detectable_difference' || arrangements === null || (noiseFloor !== null && detectable !== false)
  );
}

const NUMBERS = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];

function monthsText(months: number): string {
  return `${NUMBERS[months - 1] ?? formatNumber(months)} ${months === 1 ? 'month' : 'months'}`;
}

/** One thing to do first: what pays for the rest, else what costs most, else what stands in the way of knowing. */
function recommendationOf(
  context: PageContext,
  alignment: Alignment,
  gaps: readonly StatedGap[],
): Recommendation | null {
  const { facts } = alignment;
  const of = (id: string) => gaps.find((gap) => gap.id === id);
  const [rates, outside, pay, jobs] = ['rate_gap', 'outside_hours', 'level_up', 'unmapped_jobs'].map(of);
  const money = (cost: number) => formatMoney(Math.abs(cost), facts.currency);
  const saving = [rates, outside].reduce((most, gap) => ((gap?.cost ?? 0) < (most?.cost ?? 0) ? gap : most), undefined);
  if (saving?.cost) {
    const pays = pay?.cost
      ? ` It pays for ${saving.cost + pay.cost <= 0 ? 'all' : formatValue(-saving.cost / pay.cost, 'share', { decimals: 0 })} of levelling pay to the minimum.`
      : '';
    const first =
      saving === rates
        ? `Renegotiate with the agencies that serve both sides first: ${money(saving.cost)} a year is paid above the target model’s rates.`
        : `Begin with scheduling: ${saving.label.charAt(0).toLowerCase()}${saving.label.slice(1)} than with the target model’s cost ${money(saving.cost)} a year.`;
    return {
      text: `${first}${pays}`,
      basis: saving.basis,
      ...evidenceOf(context, alignment, saving, saving.basis),
    };
  }
  if (pay?.cost)
    return {
      text: `Raise pay to the minimum of the bands: ${money(pay.cost)} a year.`,
      basis: pay.basis,
      ...evidenceOf(context, alignment, pay, pay.basis),
    };
  if (jobs)
    return {
      text: `Map ${jobs.people === null ? 'the remaining jobs' : `the jobs of ${formatNumber(jobs.people)} people`} first: until then their pay and shifts have nothing to be held against.`,
      basis: jobs.basis,
      ...evidenceOf(context, alignment, jobs, jobs.basis),
    };
  return null;
}

function noticesOf({ dimensions, facts, summary }: Alignment): string[] {
  const unmeasurable = dimensions.filter(
    ({ arrangements, noiseFloor, verdict }) => arrangements !== null && noiseFloor === null && verdict !== 'kept_apart',
  );
  const undetectable = dimensions.filter(({ detectable, verdict }) => detectable === false && verdict !== 'kept_apart');
  const undecided = undecidedJobs(facts);
  return [
    ...(facts.crosswalkVersion > 0
      ? [
          `Crosswalk version ${facts.crosswalkVersion}; a score of ${formatNumber(90)} or the target set for it counts as aligned.`,
        ]
      : []),
    ...lackingExtracts({ dimensions }),
    ...(unmeasurable.length > 0
      ? [`Noise floor not measurable, too few sites: ${labelsOf(unmeasurable).join(', ')}.`]
      : []),
    ...(undetectable.length > 0
      ? [
          `So few sites that no difference, however large, could be told from chance: ${labelsOf(undetectable).join(', ')}.`,
        ]
      : []),
    ...(undecided > 0
      ? [`${formatNumber(undecided)} ${undecided === 1 ? 'job is' : 'jobs are'} not decided on. ${UNDECIDED_JOBS}`]
      : []),
    ...(summary.sensitivity
      ? [
          `Under 1,000 random weightings the index lies between ${formatNumber(summary.sensitivity.lower)} and ${formatNumber(summary.sensitivity.upper)}, and the worst dimension weighs most in ${formatValue(summary.sensitivity.worstStays, 'share', { decimals: 0 })} of them.`,
        ]
      : []),
    ...(summary.zeros.length > 0
      ? [
          `Scores of 0 count as 1 in the index: ${listed(labelsOf(dimensions.filter(({ dimension }) => summary.zeros.includes(dimension.definition.metric))))}.`,
        ]
      : []),
  ];
}

function labelsOf(dimensions: readonly Assessed[]): string[] {
  return dimensions.map(({ dimension }) => dimension.label.toLowerCase());
}
