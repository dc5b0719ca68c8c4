/** Rows of a chunk: 64 Ki, the size of an Arrow record batch in the workspace. */
export const CHUNK_ROWS = 65_536;

/** Bit of `flags` of a labour chunk. */
export const CORRECTION = 1;
