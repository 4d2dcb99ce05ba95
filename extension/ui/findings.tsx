/** Findings as a list, each with whose rule it is, what it rests on, and its ways out. */
import type { RecordValues } from '@baosong/shared/standards/index.ts';
import type { Finding } from '@baosong/shared/validation/finding.ts';
import { ruleOf } from '@baosong/shared/validation/rules.ts';

const levels: Readonly<Record<Finding['level'], string>> = {
  error: '错误',
  warning: '提醒',
  info: '提示',
};

const scopes: Readonly<Record<Finding['basis'], string>> = {
  national: '国家标准',
  platform: '本平台',
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
            <small class="quiet" title={ruleOf(finding.code)?.basis}>
              {scopes[finding.basis]}
            </small>
          </span>
          {onFix
            ? [finding.fix, ...(finding.alternatives ?? [])].map((fix) =>
                fix ? (
                  <button
                    key={fix.label}
                    type="button"
                    onClick={() => {
                      onFix(fix.changes);
                    }}
                  >
                    {fix.label}
                  </button>
                ) : null,
              )
            : null}
        </li>
      ))}
    </ul>
  );
}
