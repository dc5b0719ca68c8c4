import { dirname, join } from 'node:path';

/** Where the parts of the built program are, seen from the folder of its main module. */
export function findPlaces(mainFolder: string) {
  const built = dirname(mainFolder);
  return {
    serviceScript: join(mainFolder, 'service.js'),
    readerScript: join(mainFolder, 'reader.js'),
    preload: join(built, 'preload', 'index.cjs'),
    pages: join(built, 'renderer'),
    samples: join(dirname(built), 'samples'),
  };
}

export type Places = ReturnType<typeof findPlaces>;
