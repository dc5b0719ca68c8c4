import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** True when `file` says that a step was last done for exactly this `state`. */
export function isStamped(file, state) {
  try {
    return readFileSync(file, 'utf8') === state;
  } catch {
    return false;
  }
}

/** Records that a step is done; written aside and renamed, so that a kill leaves the old stamp or the new one. */
export function writeStamp(file, state) {
  mkdirSync(dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, state);
  renameSync(aside, file);
}

export function removeStamp(file) {
  rmSync(file, { force: true });
}

export function digest(content) {
  return createHash('sha256').update(content).digest('hex');
}
