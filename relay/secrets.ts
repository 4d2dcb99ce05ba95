/** Secrets that the relay hands out once and keeps only as SHA-256: tokens and enrolment codes. */
import { randomBytes, randomInt } from 'node:crypto';
import { sha256 } from './fingerprint.ts';

/** A secret to hand out, and what the store keeps of it. */
export interface Secret {
  readonly text: string;
  readonly hash: string;
}

/** Without letters and digits that are taken for each other when read aloud or copied from paper. */
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeLength = 12;

/** A token of 256 bits, fit for URLs and headers. */
export function newToken(): Secret {
  const text = randomBytes(32).toString('base64url');
  return { text, hash: sha256(text) };
}

/** An enrolment code (接入码) of 59 bits for people to copy, such as `7KQM-2XWA-RB9F`. */
export function newEnrolmentCode(): Secret {
  const symbols = Array.from({ length: codeLength }, () =>
    codeAlphabet.charAt(randomInt(codeAlphabet.length)),
  ).join('');
  const text = symbols.replace(/(.{4})(?=.)/g, '$1-');
  return { text, hash: enrolmentCodeHash(text) };
}

/** What the store keeps of an enrolment code, however it was typed. */
export function enrolmentCodeHash(typed: string): string {
  return sha256(
    typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, ''),
  );
}
