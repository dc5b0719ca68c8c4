/** Shown when the window crashed again and again. No script and no style sheet: there must be nothing left to fail. */
export const STOPPED_HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>Muster</title>
</head>
<body>
<h1>Muster’s window has stopped</h1>
<p>It failed several times within a minute. Your workspace is safe: it is kept by another part of the program.</p>
<p>Choose <b>View, Reload Window</b> to try again, or close Muster and start it anew.</p>
</body>
</html>
`;
