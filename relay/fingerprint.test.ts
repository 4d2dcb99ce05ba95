import { describe, expect, it } from 'vitest';
import { contentHash } from '@baosong/shared/records/content-hash.ts';
import { fingerprint } from './fingerprint.ts';

describe('fingerprint', () => {
  it('is the content hash of the record model for flat values', async () => {
    const values = { b: '示例市', a: '1', blank: '', missing: undefined, none: null };
    expect(fingerprint(values)).toBe(await contentHash(values));
  });

  it('does not depend on the order of keys at any level', () => {
    expect(fingerprint({ a: { x: '1', y: [{ p: '2', q: '3' }] }, b: '4' })).toBe(
      fingerprint({ b: '4', a: { y: [{ q: '3', p: '2' }], x: '1' } }),
    );
  });

  it('tells values, keys, lists and objects apart', () => {
    const different = [{ a: '1' }, { a: '2' }, { b: '1' }, { a: ['1'] }, { a: null }, { a: 1 }, {}];
    expect(new Set(different.map((value) => fingerprint(value))).size).toBe(different.length);
  });
});
