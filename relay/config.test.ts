import { describe, expect, it } from 'vitest';
import { checkRuntime, readConfig, StartError } from './config.ts';

describe('readConfig', () => {
  it('serves this machine alone unless told otherwise', () => {
    expect(readConfig({})).toEqual({ port: 8787, host: '127.0.0.1', dataDir: 'data' });
    expect(readConfig({ PORT: '0', HOST: '::1', BAOSONG_DATA: '/srv/relay' })).toEqual({
      port: 0,
      host: '::1',
      dataDir: '/srv/relay',
    });
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', ''],
    ['HOST', 'http://127.0.0.1'],
    ['HOST', ''],
    ['BAOSONG_DATA', ' '],
  ])('refuses %s=%s with a sentence that names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(StartError);
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });
});

describe('checkRuntime', () => {
  it.each(['24.7.0', '24.21.0', '26.0.0'])('accepts %s', (version) => {
    expect(() => {
      checkRuntime(version);
    }).not.toThrow();
  });

  it.each(['20.20.2', '22.14.0', '24.6.9'])('refuses %s', (version) => {
    expect(() => {
      checkRuntime(version);
    }).toThrow(version);
  });
});
