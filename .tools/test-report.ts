/** What a run of vitest amounts to, from the JSON report that it leaves. */
import * as z from 'zod';

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

export interface Count {
  readonly passed: number;
  readonly failed: number;
  /** What went wrong beside failing tests, one sentence each. */
  readonly remarks: readonly string[];
}

/**
 * Counts the tests of one run. A test that was passed over counts as failed, a file that could not be
 * loaded as one failure, and so does a run that failed for a reason of its own.
 *
 * @param json the report's text, or null when vitest left none.
 * @param exitCode how vitest ended.
 */
export function count(json: string | null, exitCode: number): Count {
  if (json === null) return { passed: 0, failed: 1, remarks: ['vitest left no report.'] };
  const report = reportSchema.parse(JSON.parse(json));
  const remarks: string[] = [];
  const passedOver = report.numPendingTests + report.numTodoTests;
  if (passedOver > 0) remarks.push(`Tests that did not run: ${passedOver}.`);
  const unloadable = report.testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every(({ status }) => status === 'passed'),
  );
  for (const { name } of unloadable) remarks.push(`${name} failed outside its tests.`);
  let failed = report.numFailedTests + passedOver + unloadable.length;
  if (failed === 0 && exitCode !== 0) {
    failed = 1;
    remarks.push('vitest failed outside the tests.');
  }
  if (failed === 0 && report.numPassedTests === 0) {
    failed = 1;
    remarks.push('There was no test to run.');
  }
  return { passed: report.numPassedTests, failed, remarks };
}
