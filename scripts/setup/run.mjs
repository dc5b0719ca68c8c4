import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { path, root } from './places.mjs';
import { say } from './say.mjs';

const STILL_WORKING_EVERY_MS = 20_000;
const LAST_LINES = 30;

/**
 * Runs a set-up step quietly and says every twenty seconds that it still works.
 *
 * Resolves to `{ status, answer, output }`: `answer` is standard output, `output` both streams, to be shown on failure.
 * A program that cannot be started counts as failed. Past `timeoutMs` it is ended.
 */
export function runStep(title, command, args, { cwd = root, env = {}, timeoutMs } = {}) {
  return new Promise((done) => {
    const started = Date.now();
    const seconds = () => Math.round((Date.now() - started) / 1000);
    const answer = [];
    const all = [];
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, PATH: path, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    });
    child.stdout.on('data', (chunk) => {
      answer.push(chunk);
      all.push(chunk);
    });
    child.stderr.on('data', (chunk) => all.push(chunk));
    const beat = setInterval(() => say(`${title} … ${seconds()} s`), STILL_WORKING_EVERY_MS);
    const finish = (status, extra = '') => {
      clearInterval(beat);
      done({ status, answer: Buffer.concat(answer).toString().trim(), output: Buffer.concat(all).toString() + extra });
    };
    child.on('error', (error) => finish(1, error.message));
    child.on('close', (code) => finish(code ?? 1));
  });
}

/** The end of a failed step's output, for standard error; the cause is rarely further up. */
export function showOutput(output) {
  process.stderr.write(`${output.trimEnd().split('\n').slice(-LAST_LINES).join('\n')}\n`);
}

/**
 * Hands the terminal to a program and resolves to its exit code (128 + signal when a signal ended it).
 * An interrupt reaches the program from the terminal itself; we only wait for it.
 */
export function handOver(command, args, { env = {}, cwd = root } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, PATH: path, ...env },
      stdio: 'inherit',
    });
    const wait = () => {};
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', wait).on('SIGTERM', pass).on('SIGHUP', pass);
    child.on('error', fail);
    child.on('close', (code, signal) => {
      process.off('SIGINT', wait).off('SIGTERM', pass).off('SIGHUP', pass);
      done(code ?? 128 + constants.signals[signal]);
    });
  });
}
