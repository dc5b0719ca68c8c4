import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { build } from 'vite';
import { outFolder, root } from '../places.ts';
import type { Report } from '../result.ts';
import { spreadOf } from '../rounds.ts';

/** Measure 15: the chart library as the window imports it against all of it, both minified, packed as they would be sent. */
export async function measureBundle(): Promise<Report> {
  const charts = join(root, 'renderer', 'charts', 'echarts.ts');
  const [used, full] = [
    await sizeOf('used', `export * from ${JSON.stringify(charts)};`),
    await sizeOf('full', "export * from 'echarts';"),
  ];
  return {
    results: [
      {
        number: '15',
        measure: 'chart bundle ÷ full echarts, minified',
        size: '–',
        ratio: spreadOf([used.bytes / full.bytes]),
        target: { kind: 'at most', value: 0.65 },
        context: `${kilobytes(used.bytes)} and ${kilobytes(full.bytes)}; packed ${kilobytes(used.packed)} and ${kilobytes(full.packed)}`,
      },
    ],
    checks: [],
    notes: [],
  };
}

async function sizeOf(name: string, source: string): Promise<{ bytes: number; packed: number }> {
  mkdirSync(outFolder, { recursive: true });
  const entry = join(outFolder, `${name}.entry.js`);
  writeFileSync(entry, source);
  const built = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    build: { write: false, minify: true, target: 'chrome130', lib: { entry, formats: ['es'] } },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  const code = outputs.map((one) => (one.type === 'chunk' ? one.code : '')).join('');
  return { bytes: Buffer.byteLength(code), packed: gzipSync(code).length };
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024).toLocaleString('en')} KB`;
}
