import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sameBytes } from '../../../../main/extracts/read/ingest/same-bytes.ts';

it('finds two runs of bytes the same only where every byte is', () => {
  const runs = fc.uint8Array({ maxLength: 14 }).chain((bytes) =>
    fc.record({
      bytes: fc.constant(bytes),
      changed: fc.option(fc.nat({ max: Math.max(0, bytes.length - 1) }), { nil: null }),
    }),
  );
  fc.assert(
    fc.property(runs, ({ bytes, changed }) => {
      const other = Uint8Array.from(bytes, (byte, i) => (i === changed ? byte ^ 1 : byte));
      const both = new DataView(Uint8Array.of(7, ...bytes, 9, 9, ...other, 5).buffer);
      const isSame = changed === null || bytes.length === 0;
      expect(sameBytes(both, 1, both, bytes.length + 3, bytes.length)).toBe(isSame);
    }),
  );
});
