import { ASSUMPTIONS } from '../analyses/retention/assumptions.ts';
import type { Range } from '../contract/decisions.ts';
import { UsageError } from '../contract/errors.ts';
import { assume, assumptionsOf } from '../workspace/assumptions.ts';
import { defineCommand, options, withWorkspace } from './command.ts';

export default defineCommand({
  name: 'assume',
  usage:
    'assume --in W.muster [--set KEY=LOW..HIGH|default]...  (what no extract tells: days_to_fill, cover_share, ...)',
  options: ['in', 'set'],
  run: (args, context) => {
    const settings = options(args, 'set').map(parseRange);
    return withWorkspace(args, context, settings.length > 0 ? 'write' : 'read', ({ store }) => {
      for (const { id, range } of settings) assume(store, id, range);
      const ranges = assumptionsOf(store);
      return {
        exitCode: 0,
        json: {
          assumptions: ASSUMPTIONS.map(({ id, title, unit }) => ({ assumption: id, title, unit, ...ranges[id] })),
        },
      };
    });
  },
});

/** "days_to_fill=30..90"; one number is a range without width, "default" the range that stands by itself. */
function parseRange(text: string): { id: string; range: Range | null } {
  const match = /^([a-z_]+)=(?:default|(\d+(?:\.\d+)?)(?:\.\.(\d+(?:\.\d+)?))?)$/.exec(text);
  if (!match) throw new UsageError(`--set takes KEY=LOW..HIGH, not "${text}".`);
  const [, id, low, high = low] = match;
  return { id, range: low === undefined ? null : { low: Number(low), high: Number(high) } };
}
