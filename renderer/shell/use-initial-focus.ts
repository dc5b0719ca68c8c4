import { useCallback } from 'react';

/** A ref for the control that a dialog opens on: the field to type into, or the answer that does no harm. */
export function useInitialFocus(): (control: HTMLElement | null) => void {
  return useCallback((control) => control?.focus(), []);
}
