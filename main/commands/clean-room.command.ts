import { UsageError } from '../contract/errors.ts';
import { cleanRoomOf, setCleanRoom } from '../workspace/clean-room.ts';
import { defineCommand, withWorkspace } from './command.ts';

export default defineCommand({
  name: 'clean-room',
  usage: 'clean-room --in W.muster [--on | --off]',
  options: ['in'],
  flags: ['on', 'off'],
  run: (args, context) => {
    const [on, off] = ['on', 'off'].map((flag) => args.options.has(flag));
    if (on && off) throw new UsageError('A workspace is a clean room or not: give --on or --off.');
    return withWorkspace(args, context, on || off ? 'write' : 'read', ({ store }) => {
      if (on || off) setCleanRoom(store, on);
      const reason = cleanRoomOf(store);
      return { exitCode: 0, json: { clean_room: reason !== null, reason } };
    });
  },
});
