import { describe, expect, it } from 'vitest';
import {
  choose,
  narrow,
  narrowingOf,
  release,
  stepsInForce,
  whereOf,
  widen,
  type Narrowing,
} from '../../renderer/filters/narrowing.ts';

const lakeside = { dimension: 'site', code: 'LAKE', label: 'Lakeside' };
const bayside = { dimension: 'site', code: 'BAY', label: 'Bayside' };
const nurses = { dimension: 'job', code: 'RN', label: 'Registered nurse' };
const whole: Narrowing = [];

describe('narrowing', () => {
  it('adds one dimension per click', () => {
    expect(whereOf(narrow(narrow(whole, lakeside), nurses))).toEqual({ site: ['LAKE'], job: ['RN'] });
  });

  it('changes nothing when the same mark is clicked again', () => {
    const once = narrow(whole, lakeside);
    expect(narrow(once, lakeside)).toBe(once);
  });

  it('replaces a value of the same dimension, and returns to it when widened', () => {
    const both = narrow(narrow(whole, lakeside), bayside);
    expect(whereOf(both)).toEqual({ site: ['BAY'] });
    expect(whereOf(widen(both))).toEqual({ site: ['LAKE'] });
  });

  it('widens one step at a time, and stops at the whole', () => {
    const two = narrow(narrow(whole, lakeside), nurses);
    expect(whereOf(widen(two))).toEqual({ site: ['LAKE'] });
    expect(whereOf(widen(widen(widen(two))))).toEqual({});
  });

  it('takes several ticks in one list as one step', () => {
    const one = choose(narrow(whole, nurses), { dimension: 'site', codes: ['LAKE'], labels: {} });
    const two = choose(one, { dimension: 'site', codes: ['LAKE', 'BAY'], labels: {} });
    expect(whereOf(two)).toEqual({ job: ['RN'], site: ['LAKE', 'BAY'] });
    expect(whereOf(widen(two))).toEqual({ job: ['RN'] });
  });

  it('drops a dimension when its last value is unticked', () => {
    const one = choose(whole, { dimension: 'site', codes: ['LAKE'], labels: {} });
    expect(choose(one, { dimension: 'site', codes: [], labels: {} })).toEqual([]);
  });

  it('removes a chip wherever its step was taken, and never brings it back', () => {
    const steps = narrow(narrow(narrow(whole, lakeside), nurses), bayside);
    const released = release(steps, 'site');
    expect(whereOf(released)).toEqual({ job: ['RN'] });
    expect(whereOf(widen(released))).toEqual({});
  });

  it('shows each dimension once, with the step in force', () => {
    const steps = narrow(narrow(narrow(whole, lakeside), nurses), bayside);
    expect(stepsInForce(steps).map((step) => step.codes)).toEqual([['RN'], ['BAY']]);
  });

  it('starts from the filter a briefing opens with', () => {
    expect(whereOf(narrowingOf({ entity: ['E1', 'E2'] }))).toEqual({ entity: ['E1', 'E2'] });
  });
});
