import { describe, expect, it } from 'vitest';
import { duplicateKey } from './duplicate-key.ts';
import type { Recognisable } from './duplicate-key.ts';

const base: Recognisable = {
  kind: 'licence',
  documentNumber: '云城许〔2026〕5号',
  subjectName: '示例市甲乙（集团）有限公司',
  decisionDate: '2026-11-02',
};

describe('duplicateKey', () => {
  it('is the same for other brackets, blanks and widths', () => {
    expect(
      duplicateKey({
        ...base,
        documentNumber: '云城许[2026]5号',
        subjectName: ' 示例市甲乙(集团) 有限公司',
      }),
    ).toBe(duplicateKey(base));
  });

  it.each<Partial<Recognisable>>([
    { kind: 'penalty' },
    { documentNumber: '云城许〔2026〕6号' },
    { subjectName: '示例市丙丁有限公司' },
    { decisionDate: '2026-11-03' },
  ])('differs where %o differs', (change) => {
    expect(duplicateKey({ ...base, ...change })).not.toBe(duplicateKey(base));
  });

  it.each([undefined, '', '  '])(
    'is null for a subject without a name in clear (%o)',
    (subjectName) => {
      expect(duplicateKey({ ...base, subjectName })).toBeNull();
    },
  );
});
