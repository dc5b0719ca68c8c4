const { contextBridge } = require('electron');
const { readFileSync } = require('node:fs');

const path = process.argv.find((word) => word.startsWith('--deck=')).slice('--deck='.length);
contextBridge.exposeInMainWorld('musterPrint', {
  model: () => Promise.resolve(JSON.parse(readFileSync(path, 'utf8'))),
});
