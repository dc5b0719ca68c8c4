/**
 * Does for the fallback runtime what Electron's own default app does: `electron FOLDER …` runs the app in FOLDER.
 *
 * The top-level await matters: with a plain import() Electron would be ready before the app's main module ran,
 * too late for it to register privileged schemes.
 */

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) throw new Error('usage: electron FOLDER [ARGUMENT...]');

const appFolder = resolve(folder);
const manifest = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8'));
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setAppPath(appFolder);

await import(pathToFileURL(join(appFolder, manifest.main)).href);
