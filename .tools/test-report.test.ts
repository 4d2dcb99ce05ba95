import { describe, expect, it } from 'vitest';
import { count } from './test-report.ts';

type Status = 'passed' | 'failed' | 'skipped';

/** A report as vitest writes it, of one file with these tests. */
function report(file: Status, ...tests: Status[]): string {
  const number = (status: Status) => tests.filter((test) => test === status).length;
  return JSON.stringify({
    numTotalTests: tests.length,
    numPassedTests: number('passed'),
    numFailedTests: number('failed'),
    numPendingTests: number('skipped'),
    numTodoTests: 0,
    testResults: [
      {
        name: 'a.test.ts',
        status: file,
        message: '',
        assertionResults: tests.map((status) => ({ status, title: 'a test' })),
      },
    ],
  });
}

describe('count', () => {
  it('counts what passed and what failed', () => {
    expect(count(report('failed', 'passed', 'failed', 'passed'), 1)).toEqual({
      passed: 2,
      failed: 1,
      remarks: [],
    });
  });

  it('counts a test that was passed over as failed', () => {
    expect(count(report('passed', 'passed', 'skipped'), 0)).toEqual({
      passed: 1,
      failed: 1,
      remarks: ['Tests that did not run: 1.'],
    });
  });

  it('counts a file that could not be loaded', () => {
    expect(count(report('failed'), 1)).toEqual({
      passed: 0,
      failed: 1,
      remarks: ['a.test.ts failed outside its tests.'],
    });
  });

  it('counts a run that failed although every test passed', () => {
    expect(count(report('passed', 'passed'), 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('does not take an empty or a missing report for success', () => {
    expect(count(report('passed'), 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(count(null, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});
