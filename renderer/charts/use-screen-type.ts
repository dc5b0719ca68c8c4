import { useMemo, useSyncExternalStore } from 'react';
import { screenType, type Type } from '../../main/contract/drawing/frame.ts';

const USUAL = 16;

/** The type of charts on the screen; it grows with the type around it, which is larger on a large screen. */
export function useScreenType(): Type {
  const factor = useSyncExternalStore(onResize, rootSize) / USUAL;
  return useMemo(() => ({ ...screenType, axis: screenType.axis * factor, label: screenType.label * factor }), [factor]);
}

function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

function onResize(onChange: () => void): () => void {
  window.addEventListener('resize', onChange);
  return () => window.removeEventListener('resize', onChange);
}
