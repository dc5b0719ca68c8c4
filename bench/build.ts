import { join } from 'node:path';
import { build } from 'vite';
import { outFolder, root } from './places.ts';

/** Bundles the program's domain and database for plain Node, as the app's own build does. */
export async function buildDomain(): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: join(root, 'bench', 'domain.ts'),
      outDir: outFolder,
      emptyOutDir: true,
      target: 'node20',
      sourcemap: true,
      rolldownOptions: { output: { entryFileNames: 'domain.js' } },
    },
  });
}
