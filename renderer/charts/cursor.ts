/** A place in a chart's data: the n-th mark along the axis, and which of the values there. */
export type Cursor = { index: number; lane: number };

export type Extent = {
  count: number;
  lanes: number;
  /** Marks follow each other from left to right, or from top to bottom. */ along: 'x' | 'y';
};

/** Where a key moves the cursor; null when the key is not about the cursor. The first key brings it in at the near end. */
export function moveCursor(cursor: Cursor | null, key: string, { count, lanes, along }: Extent): Cursor | null {
  if (count === 0) return null;
  const [back, forth, laneBack, laneForth] =
    along === 'x'
      ? ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']
      : ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
  if (key === 'Home') return { index: 0, lane: cursor?.lane ?? 0 };
  if (key === 'End') return { index: count - 1, lane: cursor?.lane ?? 0 };
  if (![back, forth, laneBack, laneForth].includes(key)) return null;
  if (cursor === null) return { index: key === back ? count - 1 : 0, lane: 0 };
  const clamp = (value: number, size: number): number => Math.min(size - 1, Math.max(0, value));
  if (key === back || key === forth) return { ...cursor, index: clamp(cursor.index + (key === forth ? 1 : -1), count) };
  return { ...cursor, lane: clamp(cursor.lane + (key === laneForth ? 1 : -1), lanes) };
}
