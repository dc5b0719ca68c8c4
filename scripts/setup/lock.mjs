import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from './places.mjs';
import { say } from './say.mjs';

const BEAT_MS = 2_000;
const DEAD_AFTER_MS = 20_000;
const LOOK_EVERY_MS = 250;

/**
 * Runs `work` while no other process runs work of the same name.
 *
 * The holder touches its lock file every two seconds; a lock left by a killed set-up is therefore taken over
 * once its process is gone or its file is twenty seconds old. `work` must leave nothing half made at its final place,
 * because a suspended holder can wake up beside its successor.
 */
export async function holdingLock(name, work) {
  const folder = join(cache, 'locks');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  await acquire(file, name);
  const beat = setInterval(() => touch(file), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (readHolder(file) === process.pid) rmSync(file, { force: true });
  }
}

async function acquire(file, name) {
  let told = false;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned(file)) {
      removeAbandoned(file);
      continue;
    }
    if (!told) say(`waiting for another set-up (${name})`);
    told = true;
    await new Promise((wake) => setTimeout(wake, LOOK_EVERY_MS));
  }
}

function isAbandoned(file) {
  const pid = readHolder(file);
  if (pid === undefined) return false;
  const age = Date.now() - statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return age > DEAD_AFTER_MS || (pid > 0 && !isRunning(pid));
}

/** The process id in a lock file: 0 while its holder is still writing it, undefined where there is no file. */
function readHolder(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Of several that wait, one may have taken over meanwhile: what was moved aside is judged again and put back if alive. */
function removeAbandoned(file) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (!isAbandoned(aside)) linkSync(aside, file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function touch(file) {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
