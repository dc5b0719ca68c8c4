import { describe, expect, it } from 'vitest';
import { atRisk, personDays, presencesOf, serviceOf } from '../../../main/analyses/retention/presences.ts';
import { scope, spell } from './spells-by-hand.ts';

const brief = (spells: ReturnType<typeof spell>[], within = scope(100, 464)) =>
  presencesOf(spells, within).map(({ first, last, arrival, departure }) => [first, last, arrival, departure]);

describe('presences of a period', () => {
  it('are cut to its days, and end in a departure only where the person left within them', () => {
    expect(brief([spell({ start: 0 })])).toEqual([[100, 464, null, null]]);
    expect(brief([spell({ start: 150, end: 300 })])).toEqual([[150, 300, 'hire', 'voluntary']]);
    expect(brief([spell({ start: 150, end: 465 })])).toEqual([[150, 464, 'hire', null]]);
    expect(brief([spell({ start: 150, end: 464, exit: 'involuntary' })])).toEqual([[150, 464, 'hire', 'involuntary']]);
    expect(brief([spell({ start: 0, end: 99 }), spell({ start: 465 })])).toEqual([]);
  });

  it('leave per diem, agency and digital workers out, and take people without a known type in', () => {
    const codes = (worker_type: string, worker_class: string) => ({ codes: { worker_type, worker_class }, start: 0 });
    expect(brief([spell(codes('per_diem', 'internal'))])).toEqual([]);
    expect(brief([spell(codes('per_diem', 'internal'))], scope(100, 464, { perDiem: true }))).toHaveLength(1);
    expect(brief([spell(codes('agency', 'external')), spell(codes('digital_worker', 'digital'))])).toEqual([]);
    expect(brief([spell(codes('unknown', 'unknown'))])).toHaveLength(1);
  });

  it('go on through a move within the scope, and end in a move, not a separation, where it leads out of it', () => {
    const moved = spell({ start: 0, end: 400, codes: { unit: 'ICU' }, steps: [{ from: 200, codes: { unit: 'ED' } }] });
    expect(brief([moved])).toEqual([[100, 400, null, 'voluntary']]);
    expect(brief([moved], scope(100, 464, { where: { unit: ['ICU'] } }))).toEqual([[100, 199, null, 'moved']]);
    expect(brief([moved], scope(100, 464, { where: { unit: ['ED'] } }))).toEqual([[200, 400, 'moved', 'voluntary']]);
  });

  it('begin and end midway where only snapshots tell, as the metrics of people place them', () => {
    const seen = { ...spell({ start: 200, end: 299 }), startAfter: 180, endBefore: 311 };
    // Between 181 and 200 the middle is 190.5, between 299 and 310 it is 304.5: the later start, the earlier end.
    expect(brief([seen])).toEqual([[191, 304, 'hire', 'voluntary']]);
  });

  it('take a transfer to where no roster shows the person for a move, not for a separation', () => {
    expect(brief([{ ...spell({ start: 0, end: 300 }), exit: null }])).toEqual([[100, 300, null, 'moved']]);
  });

  it('count a rehire that bridges a gap as one presence', () => {
    const bridged = spell({ start: 0, end: 400, steps: [{ from: 200 }] });
    const gap = [{ ...bridged.segments[0], last: 150 }, bridged.segments[1]];
    expect(brief([{ ...bridged, segments: gap }])).toEqual([[100, 400, null, 'voluntary']]);
    // In post from day 100 to 150 and from 200 to 400.
    expect(personDays(presencesOf([{ ...bridged, segments: gap }], scope(100, 464)))).toBe(51 + 201);
  });

  it('begin with the extracts of the entity: an acquired person arrives at the close, another is first seen', () => {
    const since = (first: number) => scope(100, 464, { observedOf: () => ({ first, last: 464 }) });
    const before = { start: 0, observedFrom: 200 };
    expect(brief([spell({ ...before, entry: 'acquired' })], since(200))).toEqual([[200, 464, 'acquired', null]]);
    expect(brief([spell({ start: 200, serviceFrom: -900, entry: 'acquired' })])).toEqual([
      [200, 464, 'acquired', null],
    ]);
    expect(brief([spell(before)], since(200))).toEqual([[200, 464, 'first_seen', null]]);
    expect(brief([spell({ start: 0, observedFrom: 100 })], since(100))).toEqual([[100, 464, null, null]]);
  });

  it('are at risk only from the day on which leaving would have been seen, though in post before', () => {
    // Hired in the period, and on a snapshot 50 days later: in post for 315 days, at risk for 265.
    const hired = presencesOf([spell({ start: 150, observedFrom: 200 })], scope(100, 464));
    expect(hired).toMatchObject([{ first: 150, atRiskFrom: 200, last: 464, arrival: 'hire' }]);
    expect(serviceOf(hired[0])).toMatchObject({ entry: 50, exit: 315 });
    expect(personDays(hired)).toBe(315);
    expect(atRisk(presencesOf([spell({ start: 150, observedFrom: 200 })], scope(100, 199)))).toEqual([]);
  });

  it('end without a departure where the extracts of an entity end: nobody left by no longer being seen', () => {
    expect(brief([spell({ start: 0, observedTo: 300 })])).toEqual([[100, 300, null, null]]);
    expect(brief([spell({ start: 0, observedTo: 99 })])).toEqual([]);
  });

  it('count as present from the start whoever is first seen on the first day', () => {
    expect(brief([spell({ start: 100, entry: 'first_seen' })])).toEqual([[100, 464, null, null]]);
    expect(brief([spell({ start: 130, entry: 'first_seen' })])).toEqual([[130, 464, 'first_seen', null]]);
  });

  it('name the conversion of an agency worker as one, in a spell of its own or in one that goes on', () => {
    const agency = { worker_type: 'agency', worker_class: 'external' };
    const own = { worker_type: 'employee_full_time', worker_class: 'internal' };
    expect(brief([spell({ start: 50, codes: agency, steps: [{ from: 200, codes: own }] })])).toEqual([
      [200, 464, 'conversion', null],
    ]);
    expect(brief([spell({ start: 200, entry: 'conversion' })])).toEqual([[200, 464, 'conversion', null]]);
  });

  it('run on the clock of the original hire, the last day in post included', () => {
    const [presence] = presencesOf([spell({ start: 150, end: 300, serviceFrom: 50 })], scope(100, 464));
    expect(serviceOf(presence)).toEqual({ entry: 100, exit: 251, known: true });
    const [seen] = presencesOf([spell({ start: 150, entry: 'first_seen' })], scope(100, 464));
    expect(serviceOf(seen).known).toBe(false);
  });
});
