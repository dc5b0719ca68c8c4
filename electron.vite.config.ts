import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;

/** Absolute, because a relative `electron/…` entry is mistaken for the npm package of that name. */
const at = (path: string): string => resolve(root, path);

/** The oldest engines the app must run on: the fallback runtime's (scripts/setup/fallback-runtime.mjs), not the shipped Electron's. */
const NODE = 'node20';
const BROWSER = 'chrome130';

export default defineConfig({
  main: {
    build: {
      outDir: at('dist/main'),
      target: NODE,
      sourcemap: true,
      externalizeDeps: false,
      rolldownOptions: {
        external: ['better-sqlite3'],
        input: {
          main: at('electron/main.ts'),
          cli: at('electron/cli.ts'),
          service: at('electron/service.ts'),
          reader: at('electron/reader.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: at('dist/preload'),
      target: NODE,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: at('dist/renderer'),
      emptyOutDir: true,
      // Less to read at every start; what is shown to people is not in names.
      minify: true,
      target: BROWSER,
      rolldownOptions: {
        input: { index: at('renderer/index.html'), print: at('renderer/print.html') },
      },
    },
  },
});
