/** A process of its own: from its start to the first finished page. Prints the milliseconds since the process began. */
import { askPage } from './page-questions.ts';
import { openDuckDb } from './duckdb.ts';
import { openApi } from '../open-api.ts';

const [side, path] = process.argv.slice(2) as ['ours' | 'peer', string];
const question = { from: '2024-07', to: '2025-06', where: {} };
if (side === 'ours') {
  const app = await openApi(path);
  await app.api.page({ briefing: 'cfo', page: 'who_works', filters: { ...question, comparison: 'prior_year' } });
  report();
  app.close();
} else {
  const duck = await openDuckDb(path);
  await askPage(duck, question);
  report();
  duck.close();
}

function report(): void {
  process.stdout.write(String(performance.now()));
}
