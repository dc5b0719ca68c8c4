import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alignEntity } from '../../main/analyses/alignment/align.ts';
import type { Alignment } from '../../main/analyses/alignment/align.ts';
import { isMeasured } from '../../main/analyses/alignment/dimension.ts';
import { costOf, statedGaps } from '../../main/analyses/alignment/gap-sums.ts';
import { alignmentTrend } from '../../main/analyses/alignment/trend.ts';
import { formatIsoMonth } from '../../main/model/civil-day.ts';
import { importSample } from '../../main/workspace/sample.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { sampleJson } from '../samples/sample-files.ts';
import { SAMPLES_FOLDER } from '../support/commands.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';

allowForStorage();

type Truths = {
  alignment: {
    planted_dimensions: string[];
    ranked_dimensions_by_money: { dimension: string; closing_it: 'saves' | 'costs'; cents_a_year: number }[];
    pay_by_job: { northlake_job_code: string; people: number; wasserstein_cents: number; to_minimum: { people: number; cents_a_year: number } }[];
    credentials: { jaccard: number };
    crosswalk: { job_alignment: number };
    policies: { attributes: number; by_relation: { conflicting: number }; by_month_since_close: { month: string; conflicting: number; jaccard: number }[] };
    short_notice: { cents_a_year: number };
  };
};

const truths = sampleJson<Truths>('northlake/truths.json').alignment;
const folder = testFolder();
let workspace: Workspace;

beforeAll(async () => {
  workspace = openWorkspace(`${folder}/northlake.muster`);
  const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
  await importSample(workspace, { sample: 'northlake', folder: SAMPLES_FOLDER, readJson, job: 'golden', signal: null });
}, 180_000);
afterAll(() => workspace.close());

const align = () => alignEntity(workspace.view(), { entity: 'Bayside', against: null });
const of = ({ dimensions }: Alignment, id: string) => dimensions.find(({ dimension }) => dimension.definition.metric === id)!;
const valueOf = (alignment: Alignment, id: string) => {
  const { outcome } = of(alignment, id);
  return isMeasured(outcome) ? outcome.value : null;
};

describe('Bayside against Northlake, whose differences are planted', () => {
  it('finds every dimension that was planted, and no other', () => {
    const differing = align().dimensions.filter(({ verdict }) => verdict === 'differs');
    expect(differing.map(({ dimension }) => dimension.definition.metric).sort()).toEqual([...truths.planted_dimensions].sort());
  });

  it('ranks them by money as planted', () => {
    const priced = align().dimensions.flatMap((one) => {
      const cost = costOf(statedGaps(one));
      return cost === null ? [] : [{ dimension: one.dimension.definition.metric, cost }];
    });
    priced.sort((a, b) => Math.abs(b.cost) - Math.abs(a.cost));
    expect(priced.map(({ dimension, cost }) => ({ dimension, closing_it: cost < 0 ? 'saves' : 'costs' }))).toEqual(
      truths.ranked_dimensions_by_money.map(({ dimension, closing_it }) => ({ dimension, closing_it })),
    );
  });

  it('measures what the books say of facts', () => {
    const alignment = align();
    expect(valueOf(alignment, 'job_alignment')).toBeCloseTo(truths.crosswalk.job_alignment, 12);
    expect(valueOf(alignment, 'credential_overlap')).toBeCloseTo(truths.credentials.jaccard, 12);
    const { by_relation: relations, attributes } = truths.policies;
    expect(valueOf(alignment, 'policy_variance')).toBeCloseTo(relations.conflicting / attributes, 12);
  });

  it('prices short notice as booked', () => {
    expect(costOf(statedGaps(of(align(), 'scheduling')))).toBe(-truths.short_notice.cents_a_year);
  });

  it('follows the rules that Bayside took over month by month, and an index of what is known in all of them', () => {
    const { months, indexed } = alignmentTrend(workspace.view(), { entity: 'Bayside', against: null });
    expect(months.map(({ month }) => formatIsoMonth(month))).toEqual(truths.policies.by_month_since_close.map(({ month }) => month));
    for (const [at, { conflicting, jaccard }] of truths.policies.by_month_since_close.entries()) {
      const { scores, index } = months[at];
      expect(scores.get('policy_variance')).toBeCloseTo(100 * (1 - conflicting / truths.policies.attributes), 10);
      expect(scores.get('credential_overlap')).toBeCloseTo(100 * jaccard, 10);
      const logs = indexed.map((id) => Math.log(Math.max(1, scores.get(id)!)));
      expect(index).toBeCloseTo(Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length), 10);
    }
    // Pay, shifts and stays of a year are not known at the close: seven of ten are, which is enough for an index.
    expect(indexed).toHaveLength(7);
  });

  it('gives pay and its cost as booked once the jobs that nobody had mapped are mapped', async () => {
    const rows = ['Bayside,PCT,CNA', 'Bayside,HUC,UC', 'Bayside,EVST,EVS', 'Bayside,ANL,ANL'];
    await importFile(workspace, writeInto(folder, 'more.csv', csv('entity,job_code,target_job_code', ...rows)));
    const alignment = align();
    const money = (id: string) => truths.ranked_dimensions_by_money.find(({ dimension }) => dimension === id)!.cents_a_year;
    const people = truths.pay_by_job.reduce((sum, job) => sum + job.people, 0);
    const distance = truths.pay_by_job.reduce((sum, job) => sum + job.people * job.wasserstein_cents, 0) / people;
    expect(valueOf(alignment, 'pay_distance')).toBeCloseTo(distance, 6);
    expect(costOf(statedGaps(of(alignment, 'pay_distance')))).toBe(money('pay_distance'));
    // Invoices and accruals follow the rate cards within a few per cent.
    const rateGap = costOf(statedGaps(of(alignment, 'supplier_overlap')))!;
    expect(Math.abs(-rateGap / money('supplier_overlap') - 1)).toBeLessThan(0.03);
    expect(valueOf(alignment, 'job_alignment')).toBe(1);
  });
});
