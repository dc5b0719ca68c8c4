export type Rectangle = { x: number; y: number; width: number; height: number };

export type SavedWindow = { bounds: Rectangle; maximized: boolean };

export const MINIMUM_SIZE = { width: 960, height: 640 };
const USUAL_SIZE = { width: 1440, height: 900 };

/** So much of the title bar must be reachable, or the window could not be moved back. */
const REACHABLE = { width: 120, height: 48 };

/**
 * Where to open the window: where it was, if a display still shows its title bar; otherwise centred on the first.
 *
 * Displays come and go between starts (a docked laptop), so saved bounds are only a wish. The size never exceeds
 * the display's work area.
 */
export function fitBounds(saved: Rectangle | null, workAreas: readonly Rectangle[]): Rectangle {
  if (saved !== null) {
    for (const area of workAreas) {
      const fitted = { x: saved.x, y: saved.y, ...fitSize(saved, area) };
      if (showsTitleBar(fitted, area)) return fitted;
    }
  }
  const first = workAreas[0] ?? { x: 0, y: 0, ...USUAL_SIZE };
  const size = fitSize(saved ?? USUAL_SIZE, first);
  return {
    x: first.x + Math.max(0, Math.round((first.width - size.width) / 2)),
    y: first.y + Math.max(0, Math.round((first.height - size.height) / 2)),
    ...size,
  };
}

function showsTitleBar(window: Rectangle, area: Rectangle): boolean {
  const left = Math.max(window.x, area.x);
  const right = Math.min(window.x + window.width, area.x + area.width);
  const below = area.y + area.height - window.y;
  return right - left >= REACHABLE.width && window.y >= area.y && below >= REACHABLE.height;
}

function fitSize(wish: { width: number; height: number }, area: Rectangle): { width: number; height: number } {
  return {
    width: Math.min(Math.max(wish.width, MINIMUM_SIZE.width), area.width),
    height: Math.min(Math.max(wish.height, MINIMUM_SIZE.height), area.height),
  };
}
