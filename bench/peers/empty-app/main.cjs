const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL('data:text/html,<p>empty</p>'));
