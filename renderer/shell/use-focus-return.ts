import { useEffect, useRef } from 'react';

/** Frames in which the page behind a dialog may still refuse the focus. */
const TRIES = 20;

/**
 * Brings the focus back to the control that opened a dialog, once the dialog has gone. The library does so too, but in
 * one frame: where the page is drawn anew at that moment, the focus is lost.
 */
export function useFocusReturn(): void {
  const opener = useRef(document.activeElement);
  useEffect(() => {
    const back = opener.current;
    return () => {
      let tries = 0;
      const attempt = (): void => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && back instanceof HTMLElement && back.isConnected) back.focus();
        if (++tries < TRIES) requestAnimationFrame(attempt);
      };
      requestAnimationFrame(attempt);
    };
  }, []);
}
