import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Cancelled, InputRefused } from '../../main/contract/errors.ts';
import { failureOf, PassedFailure, replyOf } from '../../electron/failures.ts';

describe('failures that cross the bridge', () => {
  it('keep code, sentence and place of what was refused', () => {
    const refused = new InputRefused('newer', 'This workspace was made by a newer Muster.', { file: 'A.muster' });
    expect(failureOf(refused)).toEqual({ code: 'newer', message: refused.message, place: { file: 'A.muster' } });
    expect(failureOf(new Cancelled()).code).toBe('cancelled');
  });

  it('go on unchanged when they already crossed once', () => {
    const failure = { code: 'newer', message: 'm', place: { row: 3 } };
    expect(failureOf(new PassedFailure(failure))).toEqual(failure);
  });

  it('say what the operating system refused, without the folder', async () => {
    const reply = await replyOf(() => readFileSync('/nowhere/private/deck.pdf'));
    expect(reply).toEqual({
      failure: { code: 'file_system', message: '“deck.pdf” is not there.', place: { file: 'deck.pdf' } },
    });
  });

  it('name the file that was to be written, not the temporary one', () => {
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path: '/data/.deck.pdf.0123456789ab.part' });
    expect(failureOf(full).message).toBe('“deck.pdf” does not fit: the disk is full.');
  });

  it('are faults of ours when nobody foresaw them', async () => {
    expect(await replyOf(() => Promise.reject(new TypeError('x is not a function')))).toEqual({
      failure: { code: 'fault', message: 'x is not a function', place: {} },
    });
  });
});
