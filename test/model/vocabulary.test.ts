import { describe, expect, it } from 'vitest';
import { attributeId, BUILT_IN_DIMENSIONS, dimensionLabel } from '../../main/model/dimensions.ts';
import {
  NON_PRODUCTIVE_MONEY,
  PAID,
  PAY_CLASSES,
  payClassNamed,
  PRODUCTIVE,
  WORKED,
} from '../../main/model/pay-classes.ts';
import { EMPLOYEE_TYPES, WORKER_TYPES } from '../../main/model/worker-types.ts';

describe('worker types', () => {
  it('are internal on own payroll, external when paid by invoice, and digital on their own', () => {
    const of = (wanted: string) =>
      WORKER_TYPES.filter(({ workerClass }) => workerClass === wanted).map(({ code }) => code);
    expect(of('internal')).toEqual([
      'employee_full_time',
      'employee_part_time',
      'per_diem',
      'float_pool',
      'internal_agency',
    ]);
    expect(of('external')).toEqual(['agency', 'locum', 'independent_contractor', 'vendor']);
    expect(of('digital')).toEqual(['digital_worker']);
  });

  it('count as employees only where employed', () => {
    expect([...EMPLOYEE_TYPES]).toEqual(['employee_full_time', 'employee_part_time']);
  });
});

describe('pay classes', () => {
  it('are productive, worked and paid, each with what the one before has', () => {
    expect([...PRODUCTIVE]).toEqual(['regular', 'overtime', 'call_back']);
    expect([...WORKED]).toEqual([...PRODUCTIVE, 'orientation']);
    expect([...PAID]).toEqual([...WORKED, 'paid_leave', 'other_nonproductive']);
  });

  it('of standby, differential and incentive lines add money but no hours', () => {
    for (const payClass of ['on_call', 'differential', 'incentive'] as const) {
      expect(PAID.has(payClass)).toBe(false);
      expect(NON_PRODUCTIVE_MONEY.has(payClass)).toBe(false);
    }
  });

  it('are recognised by their own names in any spelling, and never guessed', () => {
    expect(['Regular', ' PAID LEAVE ', 'on-call', 'Call_Back'].map(payClassNamed)).toEqual([
      'regular',
      'paid_leave',
      'on_call',
      'call_back',
    ]);
    expect(['REG', 'OT', 'unmapped', 'Vacation', ''].map(payClassNamed)).toEqual([null, null, null, null, null]);
    for (const payClass of PAY_CLASSES.filter((name) => name !== 'unmapped'))
      expect(payClassNamed(payClass)).toBe(payClass);
  });
});

describe('dimensions', () => {
  it('are the ten of the command line', () => {
    expect(BUILT_IN_DIMENSIONS).toEqual([
      'entity',
      'site',
      'unit',
      'job',
      'worker_type',
      'worker_class',
      'supplier',
      'pay_class',
      'pay_code',
      'care_setting',
    ]);
  });

  it('of attributes are named after their header in lower case with underscores', () => {
    expect(['Job Family', ' % Direct-Care? ', 'COUNTY_NAME', 'Größe'].map(attributeId)).toEqual([
      'job_family',
      'direct_care',
      'county_name',
      'größe',
    ]);
  });

  it('have labels for people', () => {
    expect(['worker_type', 'care_setting', 'shift_hours'].map(dimensionLabel)).toEqual([
      'Worker type',
      'Care setting',
      'Shift hours',
    ]);
  });
});
