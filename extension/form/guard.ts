/**
 * The guard (design, decision 6): errors and warnings hold a submission until the clerk gives a reason
 * and presses the page's button again; a warning is asked about once per rule; information never holds.
 */
import type { Override } from '@baosong/shared/records/record.ts';
import type { Finding } from '@baosong/shared/validation/finding.ts';

/** How long the guard stays open for the clerk's next press, in milliseconds. */
export const openFor = 30_000;

/** Stands among the overrides of a submission that the page sent by itself, past the guard. */
export const uncheckedCode = 'UNCHECKED';

/** What the guard says about one submission. */
export interface Judgement {
  /** Findings that hold it; none lets it through. */
  readonly holding: readonly Finding[];
  /** Findings that were overridden, with the reasons given. */
  readonly overrides: readonly Override[];
}

/** Remembers overrides of one document. */
export interface Guard {
  readonly judge: (findings: readonly Finding[], now: number) => Judgement;
  /** The clerk gave a reason for what holds; the guard is open for the next press. */
  readonly override: (holding: readonly Finding[], reason: string, now: number) => void;
}

/** A finding is the same one when rule and fields are; the values may have been corrected otherwise. */
const keyOf = (finding: Finding): string => `${finding.code}:${finding.fields.join(',')}`;

export function createGuard(): Guard {
  const reasonByRule = new Map<string, string>();
  let openUntil = 0;
  let reasonByFinding = new Map<string, string>();
  return {
    judge(findings, now) {
      const open = now < openUntil;
      const holding: Finding[] = [];
      const overrides: Override[] = [];
      for (const finding of findings) {
        if (finding.level === 'info') continue;
        const reason =
          (open ? reasonByFinding.get(keyOf(finding)) : undefined) ??
          (finding.level === 'warning' ? reasonByRule.get(finding.code) : undefined);
        if (reason === undefined) holding.push(finding);
        else overrides.push({ code: finding.code, reason });
      }
      if (holding.length === 0) openUntil = 0;
      return { holding, overrides };
    },
    override(holding, reason, now) {
      openUntil = now + openFor;
      reasonByFinding = new Map(holding.map((finding) => [keyOf(finding), reason]));
      for (const finding of holding) {
        if (finding.level === 'warning') reasonByRule.set(finding.code, reason);
      }
    },
  };
}
