import type { LaunchThread, ThreadChannel } from '../../../ports/processes.ts';

/** Launches a thread and hears whether it speaks: a parser that is stuck in it cannot. */
export class WatchedThread {
  private running = false;
  private silent = false;

  constructor(private readonly launcher: LaunchThread) {}

  readonly launch: LaunchThread = (): ThreadChannel => {
    const thread = this.launcher();
    this.running = true;
    this.silent = false;
    return {
      ...thread,
      stop: () => {
        this.running = false;
        thread.stop();
      },
      onMessage: (listener) =>
        thread.onMessage((message) => {
          this.silent = false;
          listener(message);
        }),
    };
  };

  /** Whether the running thread has spoken since this was last asked; true where none runs. */
  hasSpoken(): boolean {
    const spoken = !this.running || !this.silent;
    this.silent = true;
    return spoken;
  }
}
