import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SampleOffer } from '../../main/contract/api.ts';

const manifest = z.object({ id: z.string(), title: z.string(), description: z.string(), fictional: z.boolean() });

/**
 * What the first-run screen offers: one entry per `sample.json` in the folders under `folder`.
 * The fictional ones come first, because they support every page of a briefing.
 */
export function readSamples(folder: string): SampleOffer[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name, 'sample.json'))
    .filter((path) => existsSync(path))
    .map((path) => manifest.parse(JSON.parse(readFileSync(path, 'utf8'))))
    .sort((a, b) => Number(b.fictional) - Number(a.fictional) || (a.id < b.id ? -1 : 1))
    .map(({ id, title, description }) => ({ id, title, description }));
}

/** The name of the workspace made for a sample: its title without what a file system could mind. */
export function sampleFileName(sample: SampleOffer): string {
  const name = sample.title.replace(/[^\p{L}\p{N} ._-]+/gu, ' ').replace(/\s+/g, ' ');
  return `${name.trim()}.muster`;
}
