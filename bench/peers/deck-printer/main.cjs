/**
 * What any Electron program does to print a page that is finished: open it and print it.
 *
 * DECK_ORDER in the environment is JSON: `{pages, html, out}` prints pages/html; with `model` instead of `out`, a deck
 * model in a file, the print page of the app lays that out first and is written to pages/html, finished.
 */
const { app, BrowserWindow, protocol } = require('electron');
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const { pages, html, out, model } = JSON.parse(process.env.DECK_ORDER);
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };
const FINISHED = `(async () => {
  while (!('ready' in document.documentElement.dataset)) await new Promise((done) => setTimeout(done, 50));
  for (const one of document.querySelectorAll('script, link[rel=modulepreload], meta[http-equiv]')) one.remove();
  return '<!doctype html>' + document.documentElement.outerHTML;
})()`;

protocol.registerSchemesAsPrivileged([
  { scheme: 'deck', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

void app.whenReady().then(async () => {
  protocol.handle('deck', (request) => {
    const file = new URL(request.url).pathname;
    return new Response(readFileSync(path.join(pages, file)), {
      headers: { 'content-type': TYPES[path.extname(file)] },
    });
  });
  const window = new BrowserWindow({
    width: 1280,
    height: 720,
    useContentSize: true,
    show: false,
    webPreferences: {
      backgroundThrottling: false,
      ...(model
        ? { preload: path.join(__dirname, 'preload.cjs'), sandbox: false, additionalArguments: [`--deck=${model}`] }
        : {}),
    },
  });
  await window.loadURL(`deck://pages/${model ? 'print.html' : html}`);
  if (model) writeFileSync(path.join(pages, html), await window.webContents.executeJavaScript(FINISHED));
  else {
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => null)');
    const pdf = await window.webContents.printToPDF({
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      preferCSSPageSize: true,
      printBackground: true,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    });
    writeFileSync(out, pdf);
  }
  app.exit(0);
});
