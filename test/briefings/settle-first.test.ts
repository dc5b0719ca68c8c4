import { describe, expect, it } from 'vitest';
import { settleFirst } from '../../main/briefings/settle-first.ts';

describe('what to settle first', () => {
  it('is what affects most people', () => {
    const open = [
      { label: 'Policies', people: 41 },
      { label: 'Pay', people: 12 },
    ];
    expect(settleFirst(open)).toBe('Settle policies first: nobody answers for it, and it affects most people, 41.');
  });

  it('is all that affects as many', () => {
    const open = ['Scheduling', 'Policies', 'Credential rules'].map((label) => ({ label, people: 570 }));
    expect(settleFirst([...open, { label: 'Pay', people: 74 }])).toBe(
      'Settle scheduling, policies and credential rules first: nobody answers for them, and each affects most people, 570.',
    );
  });

  it('is nothing where no people are known, or all has an owner', () => {
    expect(settleFirst([{ label: 'Suppliers', people: null }])).toBeNull();
    expect(settleFirst([])).toBeNull();
  });
});
