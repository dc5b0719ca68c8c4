import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const END_TO_END = 'test/e2e/**/*.test.ts';
const MINUTE = 60_000;

export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [END_TO_END],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: [END_TO_END],
          // Each file drives a real window; two at once would compete for focus and the two cores.
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 2 * MINUTE,
          hookTimeout: 2 * MINUTE,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
