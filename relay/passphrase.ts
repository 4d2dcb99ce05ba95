/** Passphrases (口令), kept as argon2id in PHC string format. */
// As a whole, not by name: on a Node.js without argon2 the start can then still say what is missing.
import * as crypto from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/;

/** The PHC string of a passphrase, with a fresh salt. */
export async function hashPassphrase(passphrase: string): Promise<string> {
  const nonce = crypto.randomBytes(16);
  const tag = await argon2id(passphrase, nonce, 32, cost);
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${String(memory)},t=${String(passes)},p=${String(parallelism)}$${base64(nonce)}$${base64(tag)}`;
}

/** Whether a passphrase is the one of a PHC string. Throws where that is not one of `hashPassphrase`. */
export async function verifyPassphrase(passphrase: string, hash: string): Promise<boolean> {
  const [, memory, passes, parallelism, nonce, tag] = phc.exec(hash) ?? [];
  if (nonce === undefined || tag === undefined) throw new Error('Not an argon2id PHC string');
  const expected = Buffer.from(tag, 'base64');
  const actual = await argon2id(passphrase, Buffer.from(nonce, 'base64'), expected.length, {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  });
  return crypto.timingSafeEqual(actual, expected);
}

function argon2id(
  passphrase: string,
  nonce: Buffer,
  tagLength: number,
  parameters: typeof cost,
): Promise<Buffer> {
  // The same passphrase may be typed composed or decomposed.
  const message = passphrase.normalize('NFKC');
  return promisify(crypto.argon2)('argon2id', { message, nonce, tagLength, ...parameters });
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
