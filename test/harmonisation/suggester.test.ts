import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { CodeFacts } from '../../main/harmonisation/code-facts.ts';
import { NO_EVIDENCE } from '../../main/harmonisation/evidence/evidence.ts';
import type { Evidence } from '../../main/harmonisation/evidence/evidence.ts';
import { payEvidence } from '../../main/harmonisation/evidence/pay-evidence.ts';
import { PlaceComparer } from '../../main/harmonisation/evidence/place-evidence.ts';
import { TITLE_RULES } from '../../main/harmonisation/names/read-title.ts';
import { unitRules } from '../../main/harmonisation/names/unit-names.ts';
import { BULK_ACCEPT_SCORE, Suggester } from '../../main/harmonisation/suggester.ts';
import type { Suggestion } from '../../main/harmonisation/suggester.ts';
import { factsOf, labelledOutcomes, measureAt, measurementTable } from './labelled-titles.ts';

const outcomes = labelledOutcomes();
const docs = readFileSync(fileURLToPath(new URL('../../docs/crosswalk.md', import.meta.url)), 'utf8');

describe('the suggester, measured on labelled titles', () => {
  it('is measured on enough titles, with and without a counterpart, some of them never tuned on', () => {
    const heldOut = outcomes.filter(({ part }) => part === 'held_out');
    expect(outcomes.length).toBeGreaterThanOrEqual(300);
    expect(heldOut.length).toBeGreaterThanOrEqual(150);
    expect(outcomes.filter(({ wanted }) => wanted === null).length).toBeGreaterThanOrEqual(70);
  });

  it.each(['tuned', 'held_out'])('is right in at least 99 of 100 that bulk acceptance would take: %s', (part) => {
    const { precision, recall } = measureAt(
      outcomes.filter((outcome) => outcome.part === part),
      BULK_ACCEPT_SCORE,
    );
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });

  it('accepts nothing in bulk for a title that has no counterpart, however near it comes', () => {
    const wrong = outcomes.filter(({ wanted, score }) => wanted === null && score >= BULK_ACCEPT_SCORE);
    expect(wrong).toEqual([]);
  });

  it('is documented with the measurement as it is', () => {
    // However the columns of the table are aligned.
    const plain = (text: string) => text.replace(/ +/g, ' ').replace(/-+/g, '-');
    expect(plain(docs)).toContain(plain(measurementTable(outcomes)));
  });
});

describe('a suggestion', () => {
  const suggest = (source: CodeFacts, targets: readonly CodeFacts[], evidence: Evidence[] = []) =>
    new Suggester(
      TITLE_RULES,
      { sources: [source], targets },
      evidence.map((one) => () => one),
    ).suggest(source);
  const model = [
    factsOf('ED1', 'Registered Nurse, Emergency, Level 1'),
    factsOf('ED2', 'Registered Nurse, Emergency, Level 2'),
    factsOf('CNA', 'Nursing Assistant'),
    factsOf('COOK', 'Cook'),
  ];
  const sentences = (suggestion: Suggestion) => suggestion.reasons.map(({ text }) => text);

  it('says in words what speaks for it and against it', () => {
    const [best, second] = suggest(factsOf('17', 'RN II ED nights'), model);
    expect([best.code, second.code]).toEqual(['ED2', 'ED1']);
    expect(sentences(best)).toEqual([
      'All words agree: registered, nurse, emergency.',
      'Read “rn” as registered nurse, “ed” as emergency.',
      'Both are of level 2.',
    ]);
    expect(second.reasons.filter(({ favours }) => !favours)).toEqual([
      { favours: false, text: 'Level 2, where the target is of level 1.' },
    ]);
  });

  it('counts for less when another target could as well be meant, and names it', () => {
    const [best, second] = suggest(factsOf('17', 'RN ED'), model);
    expect(best.score).toBeLessThan(BULK_ACCEPT_SCORE);
    expect(sentences(best)).toContain('Registered Nurse, Emergency, Level 2 scores nearly the same.');
    expect(sentences(second)).toContain('Registered Nurse, Emergency, Level 1 scores nearly the same.');
  });

  it('is not made of nothing in common', () => {
    expect(suggest(factsOf('17', 'Perfusionist'), model)).toEqual([]);
  });

  it('gains from an equal code only where the names do not contradict, and never from an equal number', () => {
    const level = (code: string) => suggest(factsOf(code, 'RN ED II'), [factsOf('ED2', 'Emergency nurse')])[0].score;
    expect(level('ED2')).toBeGreaterThan(level('17'));
    const number = suggest(factsOf('17', 'RN ED II'), [factsOf('17', 'Emergency nurse')])[0];
    expect(number.score).toBe(level('18'));
    expect(suggest(factsOf('COOK', 'Chief cook'), model)[0].score).toBeLessThan(BULK_ACCEPT_SCORE);
  });

  it('is lowered and never raised by pay and place', () => {
    const paid = (medianRate: number, units: [string, number][] = []): CodeFacts => ({
      ...factsOf('17', 'Cook'),
      medianRate,
      units: new Map(units),
    });
    const pay = (source: number, target: number) => payEvidence(paid(source), paid(target), 'USD');
    expect(pay(2000, 2000)).toMatchObject({ factor: 1, alone: 1 });
    expect(pay(2000, 2000).explain()).toEqual({
      favours: true,
      text: 'Median pay is the same: $20.00 against $20.00 an hour.',
    });
    expect(pay(2300, 2000).factor).toBe(1);
    // 32.5 % lies halfway from 15 % to 50 %.
    expect(pay(2650, 2000).factor).toBeCloseTo(1 - 0.25 / 2, 12);
    expect(pay(1000, 2000)).toMatchObject({ factor: 0.75, alone: 0 });
    expect(pay(1000, 2000).explain()).toEqual({
      favours: false,
      text: 'Median pay is 50% lower: $10.00 against $20.00 an hour.',
    });
    expect(payEvidence(factsOf('17', 'Cook'), paid(2000), 'USD')).toBe(NO_EVIDENCE);

    const places = new PlaceComparer(unitRules(['Bayside', 'Main']));
    const place = (a: string, b: string) => places.compare(paid(0, [[a, 1]]), paid(0, [[b, 1]]));
    expect(place('ED, Bayside', 'Emergency, Main')).toMatchObject({ factor: 1, alone: 1 });
    expect(place('ED, Bayside', 'Emergency, Main').explain()).toEqual({
      favours: true,
      text: 'Both work in emergency.',
    });
    // A number says nothing of what is done in a unit.
    expect(place('410, Bayside', '410, Main')).toBe(NO_EVIDENCE);
    expect(place('ED, Bayside', 'Kitchen')).toMatchObject({ factor: 0.95, alone: 0 });
    expect(place('ED, Bayside', 'Kitchen').explain()?.favours).toBe(false);
    expect(suggest(factsOf('17', 'Cook'), model, [pay(1000, 2000)])[0].score).toBe(0.75);
    // Names that have nothing in common: half at most, times the geometric mean of how alike pay is and how much of the units is shared.
    const [alike] = suggest(factsOf('17', 'Porter'), [model[3]], [pay(1900, 2000), place('Kitchen', 'Kitchen, Main')]);
    expect(alike.score).toBeCloseTo(0.5 * Math.sqrt(1 - 0.05 / 0.5), 3);
  });
});
