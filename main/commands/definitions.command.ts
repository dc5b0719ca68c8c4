import { catalogue } from '../metrics/registry.ts';
import { defineCommand } from './command.ts';

export default defineCommand({
  name: 'definitions',
  usage: 'definitions',
  options: [],
  run: async () => ({ exitCode: 0, json: { metrics: catalogue() } }),
});
