/**
 * When the clerk gets to see a finding: reward early, punish late. A field is judged once it was left;
 * what is merely still empty is said at submission only.
 */
import type { FieldId, RecordValues } from '@baosong/shared/standards/index.ts';
import type { Finding } from '@baosong/shared/validation/finding.ts';

/** What the clerk has done so far. */
export interface Progress {
  /** Fields that were left after something was put in, or were filled. */
  readonly left: ReadonlySet<FieldId>;
  /** Fields on the page. */
  readonly present: ReadonlySet<FieldId>;
  /** Whether a submission was held: from then on everything is shown. */
  readonly held: boolean;
}

/** The findings to show now. */
export function shownFindings(
  findings: readonly Finding[],
  values: RecordValues,
  { left, present, held }: Progress,
): Finding[] {
  if (held) return [...findings];
  return findings.filter(({ fields }) => {
    const onPage = fields.filter((id) => present.has(id));
    const isEmpty = (id: FieldId): boolean => (values[id] ?? '') === '';
    if (isEmpty(fields[0])) return false;
    return onPage.some((id) => left.has(id)) && onPage.every((id) => left.has(id) || !isEmpty(id));
  });
}
