import { app } from 'electron';
import { workspaceInArguments } from './workspace-path.ts';

type Handlers = { open: (path: string) => void; show: () => void };

/**
 * Workspaces that somebody asked for from outside: on the command line, by a double click, or in a second start of the
 * program, which hands its wish to the first and ends. Wishes from before the window exists wait for it.
 */
export class RequestedFiles {
  #waiting: string | null;
  #handlers: Handlers | null = null;

  constructor() {
    this.#waiting = workspaceInArguments(process.argv.slice(1), process.cwd());
    app.on('open-file', (event, path) => {
      event.preventDefault();
      this.#ask(path);
    });
    app.on('second-instance', (_event, argv, folder) => {
      this.#handlers?.show();
      const path = workspaceInArguments(argv.slice(1), folder);
      if (path !== null) this.#ask(path);
    });
  }

  serve(handlers: Handlers): void {
    this.#handlers = handlers;
    if (this.#waiting !== null) handlers.open(this.#waiting);
    this.#waiting = null;
  }

  #ask(path: string): void {
    if (this.#handlers === null) this.#waiting = path;
    else this.#handlers.open(path);
  }
}
