import { createContext, useContext, useSyncExternalStore } from 'react';
import { darkPalette, lightPalette, type Palette } from '../../main/contract/drawing/palette.ts';

const DARK = '(prefers-color-scheme: dark)';

/** Set by the print page, which is light whatever the system says. */
export const FixedPalette = createContext<Palette | null>(null);

function subscribe(onChange: () => void): () => void {
  const media = window.matchMedia(DARK);
  media.addEventListener('change', onChange);
  return () => media.removeEventListener('change', onChange);
}

/** The palette of the theme that the system asks for; changes when the system does. */
export function usePalette(): Palette {
  const fixed = useContext(FixedPalette);
  const dark = useSyncExternalStore(subscribe, () => window.matchMedia(DARK).matches);
  return fixed ?? (dark ? darkPalette : lightPalette);
}
