/**
 * Type checks of every tsconfig.json.
 *
 * Each file is judged by the tsconfig.json nearest to it and by no other: an import pulls the file into further
 * programs, where main/exports/ would be without Node's types and every error of the domain would come up four times.
 * Runs on Node 24.
 */

import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';

const COMPILER = join('node_modules', '@typescript', 'native', 'bin', 'tsc');
const SKIPPED = /(^|\/)(node_modules|dist|out|bench|samples)(\/|$)/;

const projects = globSync('**/tsconfig.json', { exclude: (path) => SKIPPED.test(path) }).map((path) => dirname(path));
const errors = (await Promise.all(projects.map(check))).flat();

if (errors.length > 0) {
  console.log(errors.join('\n'));
  console.log(`${errors.length} type errors`);
  process.exitCode = 1;
} else {
  console.log(`${projects.length} folders, no type error`);
}

/** The errors of the files that `project` owns, and those that concern the project itself. */
function check(project) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [COMPILER, '--project', project, '--pretty', 'false', '--listFiles'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.on('error', fail);
    child.on('close', (status) => done(judge(project, Buffer.concat(chunks).toString().split('\n'), status)));
  });
}

function judge(project, lines, status) {
  const problems = [];
  let keep = false;
  for (const line of lines) {
    const error = /^(?:(.+?)\(\d+,\d+\): )?error TS\d+: /.exec(line);
    if (error) keep = error[1] === undefined || owner(error[1]) === project;
    if (keep && (error || line.startsWith(' '))) problems.push(line);
  }
  if (!lines.some((line) => /error TS|\.tsx?$/.test(line)))
    problems.push(`${project}: the compiler ended with ${status} and named no file`);
  return problems;
}

function owner(file) {
  let folder = dirname(file);
  while (folder !== '.' && !existsSync(join(folder, 'tsconfig.json'))) folder = dirname(folder);
  return folder;
}
