import type { Finding } from '@baosong/shared/validation/finding.ts';
import { describe, expect, it } from 'vitest';
import { createGuard, openFor } from './guard.ts';

const finding = (code: string, level: Finding['level']): Finding => ({
  code,
  level,
  fields: ['documentNumber'],
  message: '',
  basis: 'national',
});
const error = finding('LEN', 'error');
const warning = finding('X14', 'warning');
const info = finding('X20', 'info');

describe('the guard', () => {
  it('lets information pass and holds errors and warnings', () => {
    const guard = createGuard();
    expect(guard.judge([info], 0)).toEqual({ holding: [], overrides: [] });
    expect(guard.judge([error, warning, info], 0).holding).toEqual([error, warning]);
  });

  it('opens for one press after a reason', () => {
    const guard = createGuard();
    guard.override([error], '已与企业核对', 1000);
    expect(guard.judge([error], 2000)).toEqual({
      holding: [],
      overrides: [{ code: 'LEN', reason: '已与企业核对' }],
    });
    expect(guard.judge([error], 3000).holding).toEqual([error]);
  });

  it('closes again after 30 seconds', () => {
    const guard = createGuard();
    guard.override([error], '已核对', 0);
    expect(guard.judge([error], openFor).holding).toEqual([error]);
  });

  it('asks once per rule about a warning and keeps the reason for later submissions', () => {
    const guard = createGuard();
    guard.override([warning], '文书原样如此', 0);
    expect(guard.judge([warning], openFor * 10)).toEqual({
      holding: [],
      overrides: [{ code: 'X14', reason: '文书原样如此' }],
    });
  });

  it('does not let a new error through that nobody gave a reason for', () => {
    const guard = createGuard();
    const later: Finding = { ...error, fields: ['authorityCode'] };
    guard.override([error], '已核对', 0);
    expect(guard.judge([error, later], 1).holding).toEqual([later]);
  });
});
