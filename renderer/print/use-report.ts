import { useLayoutEffect } from 'react';

/** Tells a parent a number that only this part could know, in the same layout pass. */
export function useReport(value: number, report: (value: number) => void): void {
  useLayoutEffect(() => report(value));
}
