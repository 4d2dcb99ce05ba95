import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { contentHash } from './content-hash.ts';

it('is the SHA-256 of the sorted pairs, whatever the order in which they were given', async () => {
  const canonical = JSON.stringify([
    ['documentNumber', '云城管许〔2026〕101号'],
    ['subjectName', '云溪市青禾园林绿化有限公司'],
  ]);
  const expected = createHash('sha256').update(canonical).digest('hex');
  expect(
    await contentHash({
      subjectName: '云溪市青禾园林绿化有限公司',
      documentNumber: '云城管许〔2026〕101号',
    }),
  ).toBe(expected);
});

it('takes a blank value and an absent one for the same', async () => {
  expect(await contentHash({ subjectName: '甲', remarks: '' })).toBe(
    await contentHash({ subjectName: '甲' }),
  );
});

it('tells other content apart', async () => {
  expect(await contentHash({ subjectName: '甲' })).not.toBe(
    await contentHash({ subjectName: '乙' }),
  );
});
