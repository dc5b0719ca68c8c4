import { toFailure, UsageError } from '../contract/errors.ts';
import type { ImportReport } from '../contract/workspace.ts';
import { errorJson } from './error-json.ts';
import { defineCommand, option, options, required } from './command.ts';

/** `--set KEY=VALUE`, repeated. */
export function settingsOf(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((text) => {
      const at = text.indexOf('=');
      if (at <= 0) throw new UsageError(`--set takes KEY=VALUE, not "${text}".`);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}

export function reportJson(report: ImportReport): Record<string, unknown> {
  const {
    file,
    kind,
    profile,
    confidence,
    rowsRead,
    accepted,
    quarantined,
    duplicates,
    restated,
    skipped,
    batch,
    seconds,
    reasons,
    warnings,
  } = report;
  return {
    file,
    kind,
    profile,
    confidence,
    rows_read: rowsRead,
    accepted,
    quarantined,
    duplicates,
    restated,
    skipped,
    batch,
    seconds,
    reasons,
    warnings,
  };
}

export default defineCommand({
  name: 'import',
  usage: 'import FILE... --into W.muster [--kind K] [--profile P] [--recipe R.json] [--set KEY=VALUE]... [--strict]',
  options: ['into', 'kind', 'profile', 'recipe', 'set'],
  flags: ['strict'],
  positionals: true,
  async run(args, context) {
    if (args.positionals.length === 0) throw new UsageError('Name at least one file to import.');
    const settings = settingsOf(options(args, 'set'));
    const recipePath = option(args, 'recipe');
    const recipe = recipePath === null ? null : context.readJson(context.resolvePath(recipePath));
    const workspace = context.openWorkspace(context.resolvePath(required(args, 'into')), 'write');
    const files: Record<string, unknown>[] = [];
    let refused: unknown = null;
    let quarantined = 0;
    try {
      for (const name of args.positionals) {
        const path = context.resolvePath(name);
        try {
          const report = await workspace.import({
            job: name,
            signal: null,
            path,
            file: context.nameOf(path),
            kind: option(args, 'kind'),
            profile: option(args, 'profile'),
            recipe,
            settings,
          });
          quarantined += report.quarantined;
          files.push(reportJson(report));
        } catch (error) {
          const failure = toFailure(error);
          // Of several files the others are stored; a single refusal is the answer itself.
          if (failure.code === 'fault' || failure.code === 'usage' || args.positionals.length === 1) throw error;
          refused ??= error;
          files.push({ file: context.nameOf(path), error: errorJson(failure) });
        }
      }
    } finally {
      workspace.close();
    }
    const strict = args.options.has('strict');
    return { json: { files }, exitCode: refused ? 3 : strict && quarantined > 0 ? 4 : 0 };
  },
});
