/** Findings as a list, each with its way out. */
import type { RecordValues } from '@baosong/shared/standards/index.ts';
import type { Finding } from '@baosong/shared/validation/finding.ts';

const levels: Readonly<Record<Finding['level'], string>> = {
  error: '错误',
  warning: '提醒',
  info: '提示',
};

export function FindingList(props: {
  readonly id?: string;
  readonly findings: readonly Finding[];
  readonly onFix?: (changes: RecordValues) => void;
}) {
  const { id, findings, onFix } = props;
  return (
    <ul id={id} class="findings">
      {findings.map((finding) => (
        <li key={`${finding.code}:${finding.fields.join(',')}`} class={finding.level}>
          <span>
            {levels[finding.level]}：{finding.message}
          </span>
          {finding.fix && onFix ? (
            <button
              type="button"
              onClick={() => {
                if (finding.fix) onFix(finding.fix.changes);
              }}
            >
              {finding.fix.label}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
