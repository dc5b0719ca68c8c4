import { screen, type BrowserWindow } from 'electron';
import { z } from 'zod';
import { fitBounds, type Rectangle, type SavedWindow } from './bounds.ts';
import type { SettingsFile } from './settings-file.ts';

const QUIET_MS = 500;

const pixels = z.int().min(-100_000).max(100_000);

export const savedWindowSchema: z.ZodType<SavedWindow | null> = z.object({
  bounds: z.object({ x: pixels, y: pixels, width: pixels.min(1), height: pixels.min(1) }),
  maximized: z.boolean(),
});

/** Where the window was when it was last open. */
export class WindowMemory {
  readonly #file: SettingsFile<SavedWindow | null>;

  constructor(file: SettingsFile<SavedWindow | null>) {
    this.#file = file;
  }

  recall(): { bounds: Rectangle; maximized: boolean } {
    const saved = this.#file.read(null);
    const workAreas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea);
    return { bounds: fitBounds(saved?.bounds ?? null, workAreas), maximized: saved?.maximized ?? false };
  }

  /** Resolves when the last bounds are on the disk. */
  saved(): Promise<void> {
    return this.#file.settled();
  }

  /** Writes once the window has come to rest, and when it closes. */
  follow(window: BrowserWindow): void {
    const save = (): void =>
      void this.#file.write({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
    let resting: NodeJS.Timeout | undefined;
    const later = (): void => {
      clearTimeout(resting);
      resting = setTimeout(save, QUIET_MS);
    };
    window.on('resize', later);
    window.on('move', later);
    window.on('maximize', later);
    window.on('unmaximize', later);
    window.on('close', () => {
      clearTimeout(resting);
      save();
    });
  }
}
