import { describe, expect, it } from 'vitest';
import { hashPassphrase, verifyPassphrase } from './passphrase.ts';

describe('passphrases', () => {
  it('are kept as argon2id with a salt of their own', async () => {
    const [first, second] = await Promise.all([
      hashPassphrase('四个不相干的词'),
      hashPassphrase('四个不相干的词'),
    ]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(first).not.toBe(second);
    expect(await verifyPassphrase('四个不相干的词', first)).toBe(true);
    expect(await verifyPassphrase('四个不相干的字', first)).toBe(false);
  });

  it('are the same composed and decomposed', async () => {
    expect(
      await verifyPassphrase('cafe\u0301 au lait', await hashPassphrase('caf\u00e9 au lait')),
    ).toBe(true);
  });

  it('agree with a hash that another program made', async () => {
    // The argon2 command of the reference implementation: password "password", salt "somesalt".
    const reference =
      '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await verifyPassphrase('password', reference)).toBe(true);
  });

  it('are not compared with what is no hash', async () => {
    await expect(verifyPassphrase('x', 'plain')).rejects.toThrow('PHC');
  });
});
