import { existsSync, readFileSync } from 'node:fs';

/**
 * Counts from vitest's JSON report.
 *
 * A file that fails without a failing test in it (it does not load, or a hook throws) counts as one failure;
 * so does a run that ended before it wrote a report.
 */
export function countTests(report) {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles.length };
}
