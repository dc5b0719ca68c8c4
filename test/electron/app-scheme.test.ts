import { describe, expect, it } from 'vitest';
import { isAppUrl, leavesApp, reportsWayOut } from '../../electron/locks/app-scheme.ts';

describe('addresses', () => {
  it.each(['app://bundle/index.html', 'app://bundle/assets/a.js', 'app://bundle/index.html#/page/2'])(
    '%s is the program',
    (url) => {
      expect(isAppUrl(url)).toBe(true);
      expect(leavesApp(url)).toBe(false);
    },
  );

  it.each([
    'app://bundle.example/',
    'app://other/',
    'app://user@bundle/',
    'https://bundle/',
    'file:///bundle/index.html',
    'bundle/index.html',
    '',
  ])('%j is not', (url) => {
    expect(isAppUrl(url)).toBe(false);
    expect(leavesApp(url)).toBe(true);
  });

  it.each(['data:image/png;base64,AA', 'blob:app://bundle/1', 'about:blank'])('%s is neither', (url) => {
    expect(isAppUrl(url)).toBe(false);
    expect(leavesApp(url)).toBe(false);
  });
});

describe('reports of a content policy', () => {
  it.each(['https://example.com', 'wss://example.com/', 'file', 'http'])('%s is a way out', (blocked) =>
    expect(reportsWayOut(blocked)).toBe(true),
  );

  it.each(['inline', 'eval', 'wasm-eval', 'data', 'blob', 'trusted-types-sink', '', 'app://bundle/index.html'])(
    '%j is none',
    (blocked) => expect(reportsWayOut(blocked)).toBe(false),
  );
});
