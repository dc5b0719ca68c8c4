import { vi } from 'vitest';

const MINUTE = 60_000;

/** Files and real storage take their time on a busy machine: a test file that uses them says so, once. */
export function allowForStorage(): void {
  vi.setConfig({ testTimeout: MINUTE, hookTimeout: MINUTE });
}
