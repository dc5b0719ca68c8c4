import { PACKAGES, findProgram, installPackages } from './debian.mjs';

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Makes sure that a window can be drawn somewhere; true when that has to go through `xvfb-run`. */
export async function ensureDisplay() {
  if (hasDisplay()) return false;
  if (!findProgram('xvfb-run') || !findProgram('xauth')) {
    await installPackages(PACKAGES.display, 'without a display a virtual one is needed');
  }
  return true;
}
