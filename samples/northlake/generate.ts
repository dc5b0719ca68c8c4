import { mkdirSync, writeFileSync } from 'node:fs';
import { baysideRecipe } from './bayside-recipe.ts';
import { extractsOf } from './extracts.ts';
import { manifestOf } from './manifest.ts';
import { Rng } from './rng.ts';
import { rosterRows } from './roster.ts';
import { SEED } from './story.ts';
import { truthsOf } from './truths.ts';
import { truthsPage } from './truths-page.ts';
import { liveThrough } from './world.ts';

/**
 * Northlake Health: a health system that does not exist, with known truths planted in it.
 *
 * `node samples/northlake/generate.ts` writes the extracts, the recipe, the manifest and the truths beside this file.
 * The same seed gives the same bytes everywhere. Nothing here uses the product's code: the truths come from
 * the books kept while the lines were made.
 */
export function generateNorthlake(seed: number = SEED): Map<string, Uint8Array> {
  const rng = new Rng(seed);
  const world = liveThrough(rng.fork('world'));
  const written = rng.fork('extracts');
  const roster = rosterRows(world.holdings, written.fork('roster'));
  const extracts = extractsOf(world, roster, written);
  const truths = truthsOf(world, roster, extracts);
  return new Map([
    ...extracts.map((extract): [string, Uint8Array] => [extract.file, extract.bytes]),
    ['bayside.recipe.json', json(baysideRecipe())],
    ['sample.json', json(manifestOf(extracts))],
    ['truths.json', json(truths)],
    ['TRUTHS.md', new TextEncoder().encode(truthsPage(truths))],
  ]);
}

function json(value: object): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);
}

if (import.meta.main) {
  const folder = import.meta.dirname;
  mkdirSync(folder, { recursive: true });
  for (const [file, bytes] of generateNorthlake()) {
    writeFileSync(`${folder}/${file}`, bytes);
    process.stdout.write(`${file} ${bytes.length}\n`);
  }
}
