/**
 * A process of its own, because it may need a virtual display: the same deck by `muster brief` and by a bare Electron
 * that prints the finished page. Prints the milliseconds of whole processes, and the pages of both files.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { runNode, runProgram } from '../child.ts';
import { openApi } from '../open-api.ts';
import { commandLine, root } from '../places.ts';
import { interleave } from '../rounds.ts';

const [workspace, rounds, scratch] = process.argv.slice(2) as [string, string, string];
const BRIEFING = 'board';
const pages = join(scratch, 'pages');
const model = join(scratch, 'deck.json');
const files = { ours: join(scratch, 'ours.pdf'), peer: join(scratch, 'peer.pdf') };

/** Lets the bare Electron lay out the model, or print what was laid out; answers with the milliseconds. */
async function printer(order: { model: string } | { out: string }): Promise<number> {
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { wall } = await runProgram(
    process.env['MUSTER_ELECTRON']!,
    [...flags, join(import.meta.dirname, 'deck-printer')],
    scratch,
    { ...process.env, DECK_ORDER: JSON.stringify({ pages, html: 'finished.html', ...order }) },
  );
  return wall * 1000;
}

async function pagesOf(path: string): Promise<number> {
  return (await PDFDocument.load(readFileSync(path))).getPageCount();
}

const app = await openApi(workspace);
writeFileSync(model, JSON.stringify(await app.api.deck({ briefing: BRIEFING, filters: null })));
app.close();
cpSync(join(root, 'dist', 'renderer'), pages, { recursive: true });
await printer({ model });

const words = ['brief', '--in', workspace, '--briefing', BRIEFING, '--out', files.ours, '--json'];
const milliseconds = await interleave(Number(rounds), {
  ours: async () => (await runNode([commandLine, ...words], scratch)).wall * 1000,
  peer: () => printer({ out: files.peer }),
});
const counts = { ours: await pagesOf(files.ours), peer: await pagesOf(files.peer) };
process.stdout.write(JSON.stringify({ milliseconds, pages: counts }));
