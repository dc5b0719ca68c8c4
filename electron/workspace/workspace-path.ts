import { extname, resolve } from 'node:path';

export const WORKSPACE_EXTENSION = '.muster';

/** The workspace named on a command line, made absolute; null when it names none. Switches are no files. */
export function workspaceInArguments(argv: readonly string[], folder: string): string | null {
  const named = argv.find(
    (argument) => !argument.startsWith('-') && extname(argument).toLowerCase() === WORKSPACE_EXTENSION,
  );
  return named === undefined ? null : resolve(folder, named);
}

/** Save dialogs of some desktops leave the extension to the program. */
export function withExtension(path: string, extension: string): string {
  return extname(path).toLowerCase() === extension ? path : path + extension;
}
