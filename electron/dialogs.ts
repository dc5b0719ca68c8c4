import { dialog, type BaseWindow, type FileFilter, type MessageBoxOptions, type OpenDialogOptions } from 'electron';
import { z } from 'zod';

/** What a dialog asks for; tests answer by this name. */
export type Question =
  | 'newWorkspace'
  | 'openWorkspace'
  | 'chooseExtracts'
  | 'chooseRecipe'
  | 'saveRecipe'
  | 'exportDeck'
  | 'exportQuarantine'
  | 'unresponsive'
  | 'stopImport'
  | 'failure';

type DialogsOptions = {
  window: () => BaseWindow | null;
  /** Answers instead of a person, as JSON by question; undefined outside tests. */
  testAnswers: () => string | undefined;
};

const answers = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.number(), z.null()]));

/** The system's own dialogs. Paths come from here, from the command line and from the recent list; never from the page. */
export class Dialogs {
  readonly #options: DialogsOptions;

  constructor(options: DialogsOptions) {
    this.#options = options;
  }

  /** The path to write to; null when the user thought better of it. */
  async saveFile(
    question: Question,
    options: { title: string; defaultPath: string; filters: FileFilter[] },
  ): Promise<string | null> {
    const given = this.#testAnswer(question);
    if (given !== undefined) return typeof given === 'string' ? given : null;
    const shown: Electron.SaveDialogOptions = {
      ...options,
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    };
    const window = this.#options.window();
    const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, shown) : dialog.showSaveDialog(shown));
    return canceled || filePath === '' ? null : filePath;
  }

  /** The files to read; none when the user thought better of it. */
  async openFiles(question: Question, options: OpenDialogOptions): Promise<string[]> {
    const given = this.#testAnswer(question);
    if (given !== undefined) return typeof given === 'string' ? [given] : Array.isArray(given) ? given : [];
    const window = this.#options.window();
    const { canceled, filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options));
    return canceled ? [] : filePaths;
  }

  /** The index of the button pressed. */
  async ask(question: Question, options: MessageBoxOptions): Promise<number> {
    const given = this.#testAnswer(question);
    if (given !== undefined) return typeof given === 'number' ? given : (options.cancelId ?? 0);
    const window = this.#options.window();
    const { response } = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
    return response;
  }

  async tellFailure(message: string): Promise<void> {
    await this.ask('failure', { type: 'warning', message, buttons: ['OK'] });
  }

  /** undefined when no test is running; a question that the test does not answer counts as cancelled. */
  #testAnswer(question: Question): string | string[] | number | null | undefined {
    const given = this.#options.testAnswers();
    return given === undefined ? undefined : (answers.parse(JSON.parse(given))[question] ?? null);
  }
}
