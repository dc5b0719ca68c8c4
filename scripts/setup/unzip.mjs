import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

/**
 * Unpacks `archive` into `folder`, keeping file modes.
 * `place(entryName)` answers with a path inside `folder`, or undefined to leave the entry out.
 */
export async function unzip(archive, folder, place) {
  const { default: yauzl } = await import('yauzl');
  const zip = await promisify(yauzl.open)(archive, { lazyEntries: true, autoClose: true });
  const openStream = promisify(zip.openReadStream.bind(zip));
  await new Promise((done, fail) => {
    zip.on('error', fail).on('end', done);
    zip.on('entry', (entry) => {
      unpack(entry).then(() => zip.readEntry(), fail);
    });
    zip.readEntry();
  });

  async function unpack(entry) {
    const path = place(entry.fileName);
    if (path === undefined || entry.fileName.endsWith('/')) return;
    const target = join(folder, path);
    if (!target.startsWith(folder + sep)) throw new Error(`entry leaves the folder: ${entry.fileName}`);
    mkdirSync(dirname(target), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await openStream(entry), createWriteStream(target, { mode: mode || 0o644 }));
  }
}
