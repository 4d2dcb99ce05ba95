/** How the tables of the standards are written down: one call is one row. */
import type { Field, FieldId, FieldType, Requirement, SubjectCategory } from './field.ts';

/** Requirements in the order legal person, individual business, natural person. */
export function by(
  legalPerson: Requirement,
  individualBusiness: Requirement,
  naturalPerson: Requirement,
): Readonly<Record<SubjectCategory, Requirement>> {
  return { legalPerson, individualBusiness, naturalPerson };
}

/** Required of every subject. */
export const always = by('required', 'required', 'required');

/** Optional for every subject. */
export const optional = by('optional', 'optional', 'optional');

/** What most fields do without. */
type Extras = Pick<Field, 'choices' | 'otherChoice' | 'sensitive'>;

/** Required of organisations; never of a natural person. */
export const organizations = by('required', 'required', 'blank');

/** Of organisations, optional; never of a natural person. */
export const organizationsOnly = by('optional', 'optional', 'blank');

/** Of a natural person, required; never of an organisation. */
export const personsOnly = by('blank', 'blank', 'required');

/**
 * A row of a standard's table: one field, `text` unless its `type` is given.
 */
export function row(
  id: FieldId,
  code: string,
  label: string,
  maxLength: number,
  requirement: Field['requirement'],
  extras?: Extras & { readonly type?: FieldType },
): Field {
  return {
    id,
    code,
    label,
    type: 'text',
    maxLength,
    requirement,
    ...extras,
  };
}
