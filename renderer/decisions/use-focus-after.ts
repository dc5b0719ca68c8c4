import { useEffect, useRef, useState, type RefObject } from 'react';

/** Where the focus goes once what was struck out has left, and the button that asked for it with it. */
export function useFocusAfter(): { control: RefObject<HTMLButtonElement | null>; focusControl: () => void } {
  const control = useRef<HTMLButtonElement>(null);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (times > 0) control.current?.focus();
  }, [times]);
  return { control, focusControl: () => setTimes((count) => count + 1) };
}
