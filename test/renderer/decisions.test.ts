import { describe, expect, it } from 'vitest';
import type { AlignmentTarget, MeasuredSynergy, Synergy } from '../../main/contract/decisions.ts';
import { amountText, readAmount } from '../../renderer/decisions/amount.ts';
import { rangeText, rangeWords, readRange } from '../../renderer/decisions/range-text.ts';
import { readSynergy, synergyForm } from '../../renderer/decisions/synergy-form.ts';
import { readTarget, targetForm } from '../../renderer/decisions/target-form.ts';
import { readWave } from '../../renderer/decisions/wave-form.ts';
import {
  evidenceText,
  leftText,
  numbersText,
  savingTexts,
  signalText,
  targetText,
} from '../../renderer/decisions/words.ts';

describe('an amount', () => {
  it.each([
    ['250,000', 250_000],
    [' 1200.5 ', 1200.5],
    ['-1,200', -1200],
    ['−3', -3],
    ['0', 0],
  ])('is read from %s', (text, value) => expect(readAmount(text)).toBe(value));

  it.each(['', 'much', '1e9', '12,34', '1.', '.5', '$5'])('is not read from "%s"', (text) =>
    expect(readAmount(text)).toBeNull(),
  );

  it('has no digits that only the binary system adds', () => {
    expect(amountText(0.07 * 100)).toBe('7');
    expect(amountText(70.5)).toBe('70.5');
  });
});

describe('a range that is assumed', () => {
  const days = { unit: 'days', least: 0, most: 730 } as const;
  const share = { unit: 'share', least: 0, most: 1 } as const;

  it('of a share is written in per cent', () => {
    expect(rangeText({ low: 0.5, high: 1 }, share)).toEqual({ low: '50', high: '100' });
    expect(rangeWords({ low: 0.5, high: 1 }, share)).toBe('50–100%');
    expect(rangeWords({ low: 40, high: 40 }, days)).toBe('40 days');
    expect(rangeWords({ low: 0.5, high: 2080 }, { unit: 'hours' })).toBe('0.5–2,080 hours');
    expect(readRange({ low: '62.5', high: '80' }, share)).toEqual({ range: { low: 0.625, high: 0.8 }, problem: null });
  });

  it.each([
    [{ low: 'soon', high: '90' }, days, 'Give a number for both ends.'],
    [{ low: '30', high: '' }, days, 'Give a number for both ends.'],
    [{ low: '90', high: '30' }, days, 'The low end lies above the high end.'],
    [{ low: '0', high: '731' }, days, 'Stay within 0–730 days.'],
    [{ low: '50', high: '101' }, share, 'Stay within 0–100%.'],
    [{ low: '-1', high: '5' }, days, 'Stay within 0–730 days.'],
  ])('says what is wrong with %j', (text, info, problem) => {
    expect(readRange(text, info)).toEqual({ range: null, problem });
  });
});

describe('the target of a dimension', () => {
  const subject = { entity: 'Hill', dimension: 'pay_distance' };
  const target: AlignmentTarget = {
    ...subject,
    model: 'standard',
    of: 'Code',
    cost: -120_050,
    score: 85,
    owner: 'HR',
    due: '2026-12-31',
    reason: null,
    wave: 'Rules',
  };
  const blank = targetForm(null, 'USD');

  it('comes out of its fields as it went in, money in whole units', () => {
    const { cost: _, ...rest } = target;
    const form = targetForm(target, 'USD');
    expect(form.cost).toBe('-1200.5');
    expect(readTarget(form, subject)).toEqual({ problem: null, decision: { ...rest, costMajor: -1200.5 } });
    expect(targetForm(target, 'JPY').cost).toBe('-120050');
  });

  it('is as the acquirer until something else is chosen', () => {
    const nothing = { of: null, score: null, costMajor: null, owner: null, due: null, reason: null, wave: null };
    expect(readTarget(blank, subject).decision).toEqual({ ...subject, ...nothing, model: 'acquirer' });
  });

  it('has neither score nor cost where it is kept apart, but a reason', () => {
    const apart = { ...targetForm(target, 'USD'), apart: true };
    expect(readTarget(apart, subject).problem).toBe('Say why it is kept apart.');
    expect(readTarget({ ...apart, reason: ' own licence ' }, subject).decision).toEqual({
      ...subject,
      wave: 'Rules',
      model: 'apart',
      of: null,
      score: null,
      costMajor: null,
      owner: 'HR',
      due: '2026-12-31',
      reason: 'own licence',
    });
    expect(targetForm({ ...target, model: 'apart', of: null }, 'USD')).toMatchObject({
      apart: true,
      model: 'acquirer',
    });
  });

  it('names an entity only with the models that need one', () => {
    expect(readTarget({ ...blank, model: 'entity' }, subject).problem).toMatch(/Choose the entity/);
    expect(readTarget({ ...blank, of: 'Code' }, subject).decision?.of).toBeNull();
  });

  it.each([
    [{ score: '101' }, /0 to 100/],
    [{ score: 'high' }, /0 to 100/],
    [{ cost: 'much' }, /number such as/],
  ])('says what is wrong with %j', (part, problem) => {
    expect(readTarget({ ...blank, ...part }, subject)).toEqual({
      decision: null,
      problem: expect.stringMatching(problem),
    });
  });

  it('is told with the entity it follows, or with why it is kept apart', () => {
    const models = [{ code: 'Code', name: 'Group standard' }];
    expect(targetText(target, models)).toBe('A written standard: Group standard');
    expect(targetText({ ...target, model: 'apart', of: null, reason: 'own licence' }, models)).toBe(
      'Kept apart: own licence',
    );
    expect(targetText({ ...target, model: 'best_of_both', of: null }, models)).toBe('Best of both');
  });
});

describe('a wave', () => {
  it.each([
    [{ name: ' ', due: '2026-12-31' }, 'Give the wave a name.'],
    [{ name: 'Rules', due: '' }, 'Choose the day by which it is due.'],
  ])('says what is missing from %j', (form, problem) => {
    expect(readWave(form)).toEqual({ wave: null, problem });
  });

  it('is the name and the day of its fields', () => {
    const wave = { name: 'Rules', due: '2026-12-31' };
    expect(readWave({ ...wave, name: ' Rules ' })).toEqual({ wave, problem: null });
  });

  const target = { entity: 'Hill', dimension: 'pay_distance', label: 'Pay of Hill' };
  const synergy = { id: 1, title: 'Renegotiate' };
  it.each([
    [[], [], null],
    [[target], [], '1 target stays, without a wave.'],
    [[target, target], [synergy], '2 targets and 1 synergy stay, without a wave.'],
  ])('says what stays when it is struck out: %j and %j', (targets, synergies, text) => {
    expect(leftText({ targets, synergies })).toBe(text);
  });
});

describe('an entry of the synergy ledger', () => {
  const metrics = [
    { metric: 'productive_hours', title: 'Productive hours', unit: 'hours' as const },
    { metric: 'labor_cost', title: 'Labour cost', unit: 'money' as const },
  ];
  const synergy: Synergy = {
    id: 3,
    title: 'Renegotiate',
    owner: 'CNO',
    planned: 2_000_050,
    oneOff: 0,
    from: '2026-01',
    metric: 'labor_cost',
    where: { site: ['Main', 'North'], job: ['RN'] },
    wave: 'Rules',
  };

  it('comes out of its fields as it went in, money in whole units', () => {
    const form = synergyForm(synergy, metrics, 'USD');
    expect(form).toMatchObject({ planned: '20000.5', oneOff: '' });
    const { id: _, planned: __, oneOff: ___, ...rest } = synergy;
    expect(readSynergy(form)).toEqual({ problem: null, entry: { ...rest, plannedMajor: 20_000.5, oneOffMajor: 0 } });
    const hours = { ...synergy, metric: 'productive_hours', planned: 500 };
    expect(synergyForm(hours, metrics, 'USD').planned).toBe('500');
  });

  it('begins bound to money', () => expect(synergyForm(null, metrics, 'USD').metric).toBe('labor_cost'));

  it('narrows to each code once', () => {
    const lines = ['Main', 'Main', 'North'].map((code) => ({ dimension: 'site', code }));
    expect(readSynergy({ ...synergyForm(synergy, metrics, 'USD'), lines }).entry?.where).toEqual({
      site: ['Main', 'North'],
    });
  });

  it.each([
    [{ title: ' ' }, 'Give the synergy a title.'],
    [{ owner: '' }, 'Name who answers for it.'],
    [{ metric: '' }, 'Choose the metric that must move.'],
    [{ planned: '-5' }, 'Say what is planned a year, such as 250,000.'],
    [{ oneOff: 'some' }, 'What it costs once is a number such as 40,000.'],
    [{ from: '' }, 'Choose the month from which the metric is to fall.'],
    [{ lines: [{ dimension: 'site', code: '' }] }, 'Choose a value for every filter, or remove it.'],
  ])('says what is missing with %j', (part, problem) => {
    expect(readSynergy({ ...synergyForm(synergy, metrics, 'USD'), ...part })).toEqual({ entry: null, problem });
  });

  it('is told with its evidence, and with what its metric shows', () => {
    const dimensions = [{ id: 'site', label: 'Site', values: [{ code: 'Main', label: 'Main Campus' }] }];
    expect(evidenceText(synergy, metrics, dimensions)).toBe(
      'Labour cost since Jan 2026, site Main Campus or North, job RN',
    );
    const measured: MeasuredSynergy = {
      synergy,
      unit: 'money',
      currency: 'USD',
      months: 2,
      realised: 720_000,
      inYear: 720_000,
      runRate: null,
      signal: false,
      absence: null,
      overlaps: [],
    };
    expect(savingTexts(measured)).toEqual({ runRate: 'fewer than three months', inYear: '$7k', realised: '$7k' });
    expect(savingTexts({ ...measured, runRate: 1_440_000, inYear: null })).toMatchObject({
      runRate: '$14k',
      inYear: 'not measured this year',
    });
    expect(signalText(measured)).toBe('2 months measured: flat within noise');
    expect(signalText({ ...measured, months: 1, signal: true })).toMatch(/^1 month measured: the metric fell/);
    expect(signalText({ ...measured, absence: 'suppressed' })).toBeNull();
    expect([[], [3], [1, 2, 5]].map(numbersText)).toEqual(['', '3', '1, 2 and 5']);
  });
});
