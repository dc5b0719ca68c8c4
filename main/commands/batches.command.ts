import { formatIsoDay } from '../model/civil-day.ts';
import { defineCommand, withWorkspace } from './command.ts';

const dayText = (day: number | null) => (day === null ? null : formatIsoDay(day));

export default defineCommand({
  name: 'batches',
  usage: 'batches --in W.muster',
  options: ['in'],
  run: (args, context) =>
    withWorkspace(args, context, 'read', ({ store }) => ({
      exitCode: 0,
      json: {
        batches: store.batches().map((batch) => ({
          batch: batch.id,
          file: batch.file,
          kind: batch.kind,
          profile: batch.profile,
          sha256: batch.sha256,
          state: batch.state,
          imported: batch.imported,
          rows: batch.accepted,
          first_day: dayText(batch.firstDay),
          last_day: dayText(batch.lastDay),
        })),
      },
    })),
});
