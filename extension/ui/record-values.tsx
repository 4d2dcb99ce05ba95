/** What a record says, to be read: blank fields left out, numbers of identity documents masked. */
import { displayValue, standards } from '@baosong/shared/standards/index.ts';
import type { DoublePublicityKind, RecordValues } from '@baosong/shared/standards/index.ts';
import { findResidentIds } from '@baosong/shared/identifiers/resident-id.ts';
import { Masked } from './masked.tsx';

export function RecordValuesList({ kind, values }: { kind: DoublePublicityKind; values: RecordValues }) {
  return (
    <dl>
      {standards[kind].fields.map((field) => {
        const value = values[field.id] ?? '';
        if (value === '') return null;
        const personal = field.sensitive === true || findResidentIds(value).length > 0;
        return (
          <div key={field.id}>
            <dt>{field.label}</dt>
            <dd>
              {personal ? <Masked value={value} label={field.label} /> : displayValue(field, value)}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
