/** One field of a record as an input; what is typed becomes canonical when the clerk leaves it. */
import { useState } from 'preact/hooks';
import { choiceOf, displayValue } from '@baosong/shared/standards/index.ts';
import type { Field } from '@baosong/shared/standards/index.ts';
import { canonicalize } from '@baosong/shared/standards/written.ts';

const placeholders: Partial<Record<Field['type'], string>> = {
  date: '如 2026-11-23',
  amount: '万元，如 0.2',
  choices: '多个用分号隔开',
};

export function FieldInput(props: {
  readonly field: Field;
  readonly id: string;
  readonly value: string;
  readonly invalid: boolean;
  readonly describedBy?: string | undefined;
  readonly onCommit: (value: string) => void;
}) {
  const { field, id, value, invalid, describedBy, onCommit } = props;
  const common = {
    id,
    'aria-invalid': invalid,
    'aria-describedby': describedBy,
  };
  // What is being typed: the answer to another field's change must not wipe it away.
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (written: string): void => {
    setDraft(null);
    onCommit(canonicalize(field, written));
  };
  const shown = draft ?? displayValue(field, value);
  if (field.type === 'choice' && field.otherChoice !== true) {
    const known = value === '' || choiceOf(field, value) !== undefined;
    return (
      <select
        {...common}
        value={value}
        onChange={(event) => {
          commit(event.currentTarget.value);
        }}
      >
        <option value="" />
        {known ? null : <option value={value}>{value}</option>}
        {field.choices?.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  }
  if (field.type === 'text' && field.maxLength >= 500) {
    return (
      <textarea
        {...common}
        rows={2}
        value={shown}
        onInput={(event) => {
          setDraft(event.currentTarget.value);
        }}
        onChange={(event) => {
          commit(event.currentTarget.value);
        }}
      />
    );
  }
  return (
    <>
      <input
        {...common}
        type="text"
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholders[field.type]}
        list={field.choices ? `${id}-choices` : undefined}
        value={shown}
        onInput={(event) => {
          setDraft(event.currentTarget.value);
        }}
        onChange={(event) => {
          commit(event.currentTarget.value);
        }}
      />
      {field.choices ? (
        <datalist id={`${id}-choices`}>
          {field.choices.map((choice) => (
            <option key={choice.value} value={choice.label} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}
