/** npm run build: builds dist/ where it is out of date. */

import { prepareCommandLine } from './setup/prepare.mjs';
import { runScript } from './setup/say.mjs';

await runScript(prepareCommandLine);
