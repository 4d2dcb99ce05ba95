import { describe, expect, it } from 'vitest';
import { relayOriginOf } from './enrolment.ts';

describe('relayOriginOf', () => {
  it('takes an address as clerks write it', () => {
    expect(relayOriginOf(' http://127.0.0.1:8787/ ')).toBe('http://127.0.0.1:8787');
    expect(relayOriginOf('127.0.0.1:8787')).toBe('http://127.0.0.1:8787');
    expect(relayOriginOf('https://relay.example.cn/units?a=1')).toBe('https://relay.example.cn');
  });

  it('refuses what is no web address', () => {
    for (const written of ['', '  ', 'ftp://example.cn', 'http://', 'a b']) {
      expect(relayOriginOf(written), written).toBeNull();
    }
  });
});
