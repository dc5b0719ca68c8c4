/** Sizes beyond which input is refused or quarantined, so that a hostile file cannot exhaust the reader. */

const KIB = 1024;
const MIB = 1024 * KIB;

/** Bytes in one field. A longer field puts its row in quarantine. */
export const MAX_FIELD_BYTES = MIB;

/** Bytes in one record, line breaks inside quotes included. A longer record refuses the file. */
export const MAX_LINE_BYTES = 8 * MIB;

/** Columns in one file. */
export const MAX_COLUMNS = 2000;

/** Bytes handed over at a time. */
export const BLOCK_BYTES = MIB;

/** A text up to this size is understood as a whole. */
export const HEAD_BYTES = MIB;
/** Of a longer one so much is looked at, at either end; all of the head where no row ends in it. */
export const LAYOUT_BYTES = 256 * KIB;
export const TAIL_BYTES = 64 * KIB;

/** Memory that the reading process may hold before it gives up: parsers have been seen to take all there is. */
export const MAX_RESIDENT_BYTES = 1024 * MIB;

/** A compressed file may not unfold to more than this many times its size once it passes INFLATED_FREE_BYTES. */
export const MAX_INFLATE_RATIO = 200;
export const INFLATED_FREE_BYTES = 64 * MIB;
