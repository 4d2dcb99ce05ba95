/** The standards of 双公示 in force, and how to look a field up in them; `catalogue.ts` has all others. */
import { choiceOf } from './choice-of.ts';
import type { DoublePublicityKind, Field, FieldId, Standard, StandardRef } from './field.ts';
import { licence2019 } from './licence.ts';
import { penalty2019 } from './penalty.ts';

export * from './field.ts';
export { choiceOf, licence2019, penalty2019 };

/** The standard in force for each kind of 双公示. */
export const standards: Readonly<Record<DoublePublicityKind, Standard>> = {
  licence: licence2019,
  penalty: penalty2019,
};

/** The field of a standard, or `undefined` where it does not have it. */
export function fieldIn(standard: Standard, id: FieldId): Field | undefined {
  return standard.fields.find((field) => field.id === id);
}

/** The field of a kind, or `undefined` where the kind does not have it. */
export function fieldOf(kind: DoublePublicityKind, id: FieldId): Field | undefined {
  return fieldIn(standards[kind], id);
}

/** How records name a standard, such as `licence@2019#1`. */
export function standardRef(standard: Standard): StandardRef {
  return `${standard.kind}@${standard.generation}#${standard.revision}`;
}

/** A canonical value as the standard prints it: choices by their labels, everything else as it is. */
export function displayValue(field: Field, value: string): string {
  if (field.type === 'choice') return choiceOf(field, value)?.label ?? value;
  if (field.type === 'choices') {
    return value
      .split(';')
      .map((part) => choiceOf(field, part)?.label ?? part)
      .join(';');
  }
  return value;
}
