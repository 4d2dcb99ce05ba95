/** Fields of a record with what checking says of them, each finding under the field it leads to. */
import { useId } from 'preact/hooks';
import { standards } from '@baosong/shared/standards/index.ts';
import type { FieldId, DoublePublicityKind, RecordValues } from '@baosong/shared/standards/index.ts';
import type { Finding } from '@baosong/shared/validation/finding.ts';
import { FieldInput } from './field-input.tsx';
import { FindingList } from './findings.tsx';

export function RecordForm(props: {
  readonly kind: DoublePublicityKind;
  readonly values: RecordValues;
  readonly findings: readonly Finding[];
  /** The fields to show, or all. */
  readonly only?: ReadonlySet<FieldId> | undefined;
  readonly onChange: (changes: RecordValues) => void;
}) {
  const { kind, values, findings, only, onChange } = props;
  const prefix = useId();
  return (
    <div class="fields">
      {standards[kind].fields
        .filter((field) => only?.has(field.id) ?? true)
        .map((field) => {
          const own = findings.filter((finding) => finding.fields[0] === field.id);
          const id = `${prefix}-${field.id}`;
          return (
            <>
              <label for={id}>{field.label}</label>
              <div>
                <FieldInput
                  field={field}
                  id={id}
                  value={values[field.id] ?? ''}
                  invalid={findings.some(
                    (finding) => finding.level === 'error' && finding.fields.includes(field.id),
                  )}
                  describedBy={own.length > 0 ? `${id}-findings` : undefined}
                  onCommit={(value) => {
                    onChange({ [field.id]: value });
                  }}
                />
                {own.length > 0 ? (
                  <FindingList id={`${id}-findings`} findings={own} onFix={onChange} />
                ) : null}
              </div>
            </>
          );
        })}
    </div>
  );
}
