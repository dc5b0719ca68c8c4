import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exposuresOf, jobFamilyOf } from '../../../main/analyses/retention/exposures.ts';
import { atRisk, isSeparation, personDays, presencesOf } from '../../../main/analyses/retention/presences.ts';
import { daysByBand, lastBand, SERVICE_BANDS } from '../../../main/analyses/retention/service-bands.ts';
import { anySpells, scope, spell } from './spells-by-hand.ts';

describe('bands of service', () => {
  it('follow one another without a gap, the last without an end', () => {
    SERVICE_BANDS.slice(1).forEach(({ from }, index) => expect(from).toBe(SERVICE_BANDS[index].to));
    const bandAt = (day: number) => lastBand({ entry: 0, exit: day + 1, known: true });
    expect([0, 90, 91, 364, 365, 20_000].map(bandAt)).toEqual([0, 0, 1, 2, 3, 7]);
  });

  it('share out days of service: 300 to 400 is 65 days before the first year is full and 35 after', () => {
    const service = { entry: 300, exit: 400 };
    expect(daysByBand({ ...service, known: true })).toEqual([0, 0, 65, 35, 0, 0, 0, 0, 0]);
    expect(daysByBand({ ...service, known: false })).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 100]);
  });
});

describe('person-days at risk', () => {
  it('belong to the place where they were spent, the leaver to the last one', () => {
    const mover = spell({ start: 0, end: 399, codes: { unit: 'ICU' }, steps: [{ from: 370, codes: { unit: 'ED' } }] });
    const cut = exposuresOf(presencesOf([mover], scope(350, 700)));
    expect(cut.map(({ segment, band, days, left }) => [segment.codes['unit'], band, days, left])).toEqual([
      ['ICU', 2, 15, 0],
      ['ICU', 3, 5, 0],
      ['ED', 3, 30, 1],
    ]);
  });

  it('put who leaves on the last day of a band into that band', () => {
    const [, last] = exposuresOf(presencesOf([spell({ start: 0, end: 181 })], scope(0, 700)));
    expect(last).toMatchObject({ band: 1, left: 1 });
  });

  it('add up to the days at risk of the presences, and leavers to their separations, for any spells', () => {
    fc.assert(
      fc.property(anySpells, fc.integer({ min: -200, max: 300 }), (spells, from) => {
        const presences = presencesOf(spells, scope(from, from + 364));
        const cut = exposuresOf(presences);
        const seen = atRisk(presences);
        const days = personDays(seen.map((presence) => ({ ...presence, first: presence.atRiskFrom })));
        expect(cut.reduce((sum, one) => sum + one.days, 0)).toBe(days);
        const left = seen.filter(({ departure }) => isSeparation(departure)).length;
        expect(cut.reduce((sum, one) => sum + one.left, 0)).toBe(left);
      }),
    );
  });

  it('know the family of a job where an attribute names one, else take the job for it', () => {
    const [withFamily, without] = [{ job_family: 'Nursing' }, undefined].map((codes) =>
      jobFamilyOf(spell({ start: 0, codes: { job: 'RN', ...codes } }).segments[0]),
    );
    expect([withFamily, without]).toEqual(['Nursing', 'RN']);
  });
});
