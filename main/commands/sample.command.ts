import { importSample } from '../workspace/sample.ts';
import { defineCommand, option, required } from './command.ts';
import { reportJson } from './import.command.ts';

export default defineCommand({
  name: 'sample',
  usage: 'sample --out W.muster [--sample northlake|cms-pbj]',
  options: ['out', 'sample'],
  async run(args, context) {
    const path = context.resolvePath(required(args, 'out'));
    context.removeWorkspace(path);
    const workspace = context.openWorkspace(path, 'write');
    try {
      const reports = await importSample(workspace, {
        sample: option(args, 'sample') ?? 'northlake',
        folder: context.samplesFolder,
        readJson: (file) => context.readJson(file),
        job: 'sample',
        signal: null,
      });
      return { exitCode: 0, json: { files: reports.map(reportJson) } };
    } finally {
      workspace.close();
    }
  },
});
