import type { RecordScanner } from '../scan.ts';
import { fieldText } from '../field-text.ts';
import type { PlannedColumn } from '../../plan.ts';
import type { FieldDialect } from '../field-text.ts';
import type { RejectedRow } from '../../../ports/store.ts';
import type { Reason } from '../../reasons.ts';

/** So much of a rejected row and value is kept; the source file has the rest. */
const RAW_LIMIT = 64 * 1024;
const VALUE_LIMIT = 500;

/** Builds the quarantine entry of one record of a scan. */
export function rejectedRow(
  scan: RecordScanner,
  bytes: Uint8Array,
  record: number,
  reason: Reason,
  column: PlannedColumn | null,
  dialect: FieldDialect,
): RejectedRow {
  const start = scan.recordStarts[record];
  const end = Math.min(scan.recordEnds[record], start + RAW_LIMIT);
  return {
    row: scan.lines[record],
    column: column?.header ?? null,
    value: column ? valueText(scan, bytes, record, column, dialect) : null,
    reason,
    offset: scan.offsets[record],
    // A copy: the bytes are a window that is used again.
    raw: Uint8Array.from(bytes.subarray(start, end)),
  };
}

function valueText(
  scan: RecordScanner,
  bytes: Uint8Array,
  record: number,
  column: PlannedColumn,
  dialect: FieldDialect,
): string | null {
  if (column.source < 0) return column.constant;
  const slot = record * (scan.starts.length / scan.problems.length) + column.source;
  return fieldText(
    bytes,
    scan.starts[slot],
    Math.min(scan.ends[slot], scan.starts[slot] + VALUE_LIMIT),
    scan.escaped[slot],
    dialect,
  );
}
