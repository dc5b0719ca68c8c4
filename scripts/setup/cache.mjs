import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { holdingLock } from './lock.mjs';
import { cache } from './places.mjs';

/**
 * The folder `name` in the per-user cache, made once by `make(folder)`.
 *
 * It is filled under another name and renamed when complete, so a killed set-up leaves no half-made folder;
 * what such a set-up left aside is swept by the next one.
 */
export async function cachedFolder(name, make) {
  const final = join(cache, name);
  if (existsSync(final)) return final;
  return holdingLock(name, async () => {
    if (existsSync(final)) return final;
    mkdirSync(cache, { recursive: true, mode: 0o700 });
    sweep(`${name}.part-`);
    const part = mkdtempSync(join(cache, `${name}.part-`));
    try {
      const made = join(part, 'made');
      mkdirSync(made);
      await make(made, part);
      renameSync(made, final);
    } finally {
      rmSync(part, { recursive: true, force: true });
    }
    return final;
  });
}

function sweep(prefix) {
  for (const entry of readdirSync(cache)) {
    if (entry.startsWith(prefix)) rmSync(join(cache, entry), { recursive: true, force: true });
  }
}
