/** The audit log (操作日志): only added to, each entry sealed with the hash of the one before it. */
import { fingerprint } from '../fingerprint.ts';
import type { Connection } from './connection.ts';

/** What is written down: who did what to which thing. No content and no personal data. */
export interface AuditEntry {
  /** Id of the unit concerned, or `relay`. */
  readonly chain: string;
  readonly at: string;
  /** Id of the device or administrator. */
  readonly actor: string;
  /** Such as `record.created`. */
  readonly action: string;
  /** Id of the thing. */
  readonly subject: string;
}

/** Adds an entry; only within `write`. */
export type AppendAudit = (entry: AuditEntry) => void;

/** The hash of the entry before the first. */
export const chainStart = '0'.repeat(64);

/** The hash that seals an entry. */
export function auditHash(entry: AuditEntry, sequence: number, previousHash: string): string {
  const { chain, at, actor, action, subject } = entry;
  return fingerprint({ chain, at, actor, action, subject, sequence, previousHash });
}

export function auditLog({ sqlite }: Connection): AppendAudit {
  const last = sqlite.prepare(
    'SELECT sequence, hash FROM audit WHERE chain = ? ORDER BY sequence DESC LIMIT 1',
  );
  const insert = sqlite.prepare(
    `INSERT INTO audit (chain, sequence, at, actor, action, subject, previous_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (entry) => {
    const head = last.get(entry.chain) as { sequence: number; hash: string } | undefined;
    const sequence = (head?.sequence ?? 0) + 1;
    const previousHash = head?.hash ?? chainStart;
    const { chain, at, actor, action, subject } = entry;
    const hash = auditHash(entry, sequence, previousHash);
    insert.run(chain, sequence, at, actor, action, subject, previousHash, hash);
  };
}
