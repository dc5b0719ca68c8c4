/** Who imports whom, against .dependency-cruiser.cjs. Runs on Node 24. */

import { cruise, format } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const LAYERS = ['main', 'db', 'electron', 'renderer'];

const options = await extractOptions('./.dependency-cruiser.cjs');
const { output } = await cruise(LAYERS, options, null, { tsConfig: extractTsConfig('./tsconfig.base.json') });
const { totalCruised, violations } = output.summary;

const unseen = LAYERS.filter((layer) => !output.modules.some((module) => module.source.startsWith(`${layer}/`)));
if (unseen.length > 0) {
  // Without a TypeScript that it knows, dependency-cruiser sees no file and reports success.
  console.log(
    `dependency-cruiser saw no file in ${unseen.join(', ')}: the \`typescript\` alias in package.json must be a version that it supports`,
  );
  process.exitCode = 1;
} else if (violations.length > 0) {
  console.log((await format(output, { outputType: 'err-long' })).output);
  process.exitCode = 1;
} else {
  console.log(`${totalCruised} files, no forbidden import`);
}
