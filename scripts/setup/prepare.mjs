import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureElectron } from './electron.mjs';

/** Everything that the window needs; answers with the environment that points at the runtime. */
export async function prepareApp() {
  await ensureDependencies();
  const [env] = await Promise.all([ensureElectron(), ensureBuild()]);
  return env;
}

/** What the command line needs. */
export async function prepareCommandLine() {
  await ensureDependencies();
  await ensureBuild();
}
