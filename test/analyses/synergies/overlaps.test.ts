import { expect, it } from 'vitest';
import { countTheSame, overlapGroups } from '../../../main/analyses/synergies/overlaps.ts';
import type { Filter } from '../../../main/contract/figure.ts';
import type { Synergy } from '../../../main/contract/decisions.ts';

let count = 0;
const synergy = (metric: string, where: Filter = {}): Synergy => ({
  id: ++count,
  title: '',
  owner: '',
  metric,
  where,
  from: '2025-01',
  planned: 0,
  oneOff: 0,
  wave: null,
});

it('knows that overtime premium is a part of labour cost, of own staff and overtime only', () => {
  const premium = synergy('overtime_premium', { entity: ['East'] });
  const cost = (where: Filter) => countTheSame(premium, synergy('labor_cost', where));
  expect(cost({})).toBe(true);
  expect(cost({ entity: ['East', 'West'] })).toBe(true);
  expect(cost({ entity: ['West'] })).toBe(false);
  expect(cost({ worker_class: ['external'] })).toBe(false);
  expect(cost({ pay_class: ['regular'] })).toBe(false);
  expect(countTheSame(premium, synergy('productive_hours'))).toBe(false);
});

it('puts together what counts the same through another', () => {
  const [agency, all, premium, hours] = [
    synergy('labor_cost', { worker_class: ['external'] }),
    synergy('labor_cost'),
    synergy('overtime_premium'),
    synergy('productive_hours'),
  ];
  expect(overlapGroups([agency, premium, all, hours])).toEqual([[agency, all, premium], [hours]]);
});
