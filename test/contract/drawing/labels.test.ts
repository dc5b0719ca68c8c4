import { describe, expect, it } from 'vitest';
import { shortenApart, shortenLabel, textWidth } from '../../../main/contract/drawing/labels.ts';

const SIZE = 12;

describe('names on one line each', () => {
  const names = ['Northlake', 'Bayside', 'Northlake Clinics', 'Northlake Home'];

  it('stay whole where there is room', () => {
    expect(shortenApart(names, 200, SIZE)).toEqual(names);
  });

  it('keep what tells them apart, and lose what they share at the beginning', () => {
    expect(shortenApart(names, 70, SIZE)).toEqual(['Northlake', 'Bayside', '…Clinics', '…Home']);
  });

  it('are cut at the end where that tells them apart', () => {
    const [north, south] = shortenApart(['North campus of the clinic', 'South campus of the clinic'], 80, SIZE);
    expect([north, south]).toEqual([
      shortenLabel('North campus of the clinic', 80, SIZE),
      expect.stringMatching(/^South.*…$/),
    ]);
  });

  it('fit, and stay as they are where nothing tells them apart', () => {
    const long = ['A system of hospitals', 'A system of hospices'];
    for (const name of shortenApart(long, 60, SIZE)) expect(textWidth(name, SIZE)).toBeLessThanOrEqual(60 * 1.04);
    expect(shortenApart(['Ward', 'Ward'], 20, SIZE)).toEqual([
      shortenLabel('Ward', 20, SIZE),
      shortenLabel('Ward', 20, SIZE),
    ]);
  });
});
