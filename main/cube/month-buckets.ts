import { MONTH_BASE } from '../facts/cells.ts';

/** Ranges of months as buckets; positions in `bucketOf` and both ends count months from MONTH_BASE. */
export type MonthBuckets = {
  first: number;
  last: number;
  /** Bucket by month − first; −1 between ranges. */
  bucketOf: Int16Array;
  count: number;
};

/** Puts every month of a range into a bucket; where ranges overlap the later one has the month. */
export function monthBuckets(ranges: readonly { first: number; last: number }[]): MonthBuckets {
  if (ranges.length === 0) return { first: 0, last: -1, bucketOf: new Int16Array(0), count: 0 };
  const first = Math.min(...ranges.map((range) => range.first));
  const last = Math.max(...ranges.map((range) => range.last));
  const bucketOf = new Int16Array(Math.max(0, last - first + 1)).fill(-1);
  ranges.forEach((range, bucket) => bucketOf.fill(bucket, range.first - first, range.last - first + 1));
  return { first: first - MONTH_BASE, last: last - MONTH_BASE, bucketOf, count: ranges.length };
}

/** Bucket of a month that is counted from MONTH_BASE; −1 where it is in none. */
export function bucketAt({ first, last, bucketOf }: MonthBuckets, month: number): number {
  return month < first || month > last ? -1 : bucketOf[month - first];
}
