import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { InputRefused } from '../main/contract/errors.ts';

/** A recipe has some kilobytes; what is larger is something else. */
const MOST_BYTES = 1_000_000;

/**
 * Reads a small file that holds one JSON object or list, such as a recipe.
 * Throws InputRefused for anything else: what is not there, a folder, a pipe that would never end, too much of it.
 */
export function readJsonFile(path: string): unknown {
  const file = basename(path);
  if (!existsSync(path))
    throw new InputRefused('not_found', `${file} does not exist. Check the name and the folder.`, { file });
  const stats = statSync(path);
  if (!stats.isFile())
    throw new InputRefused('not_a_file', `${file} is not a file. Choose the file that holds the recipe.`, { file });
  if (stats.size > MOST_BYTES)
    throw new InputRefused('recipe_too_large', `${file} is too large for a recipe. Choose another file.`, { file });
  return parseObject(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), file);
}

function parseObject(text: string, file: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputRefused('bad_json', `${file} is not valid JSON: ${(error as Error).message}`, { file });
  }
  if (typeof value === 'object' && value !== null) return value;
  throw new InputRefused('bad_json', `${file} holds a single value, not an object in braces.`, { file });
}
