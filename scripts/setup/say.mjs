/** Progress goes to standard error: standard output belongs to the program that set-up makes way for. */
export function say(line) {
  process.stderr.write(`muster: ${line}\n`);
}

/** A set-up step that cannot go on; the message is one line and says what to do. */
export class SetupError extends Error {}

/**
 * Runs a script's main function, which answers with an exit code, or with nothing to leave the code as the program set it.
 * A SetupError becomes its one line and exit code 1.
 */
export async function runScript(main) {
  try {
    const status = await main();
    if (status !== undefined) process.exitCode = status;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
