/**
 * How the practice platform (演练平台) describes its own forms. It is a foreign system on purpose:
 * its words, checks and field order are its own, as those of a real reporting site are.
 */

/** What a field looks like on the page. */
export type Control = 'text' | 'textarea' | 'select' | 'multiselect' | 'radio' | 'date' | 'amount';

/** The shape that the platform asks of a value; `checks.ts` says how it is tested. */
export type Format =
  | 'creditCode'
  | 'authorityCode'
  | 'registrationNumber'
  | 'organizationCode'
  | 'taxNumber'
  | 'slashedDate'
  | 'dashedDate'
  | 'amount';

/** One admitted value of a select or radio, and what the page calls it. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One field of a form. */
export interface FormField {
  /** Column code, under which the value is stored. */
  readonly code: string;
  /** The name under which the page submits the value. */
  readonly name: string;
  readonly label: string;
  readonly control: Control;
  readonly maxLength: number;
  /** Must be filled, by the subjects that `appliesTo` names. */
  readonly required?: boolean;
  /** The subjects that have the field; without it, all have it. */
  readonly appliesTo?: 'organization' | 'person';
  readonly options?: readonly Option[];
  readonly format?: Format;
  /** Takes the whole row of a two-column form. */
  readonly wide?: boolean;
}

/** Fields under one group heading. */
export interface FormGroup {
  readonly title: string;
  readonly fields: readonly FormField[];
}

/** What a platform takes: licences (行政许可) or penalties (行政处罚). */
export type Kind = 'licence' | 'penalty';

/** One reporting form. */
export interface Form {
  readonly kind: Kind;
  /** What the platform calls the kind. */
  readonly title: string;
  /** First part of the column codes. */
  readonly prefix: 'XK' | 'CF';
  /** First part of the receipt numbers (受理编号). */
  readonly numberPrefix: string;
  readonly groups: readonly FormGroup[];
}

/** The values of a form under their column codes; a blank field is `''`. */
export type FormValues = Readonly<Record<string, string>>;

/** The category (类别) of a natural person, as both forms write it. */
export const naturalPerson = '自然人';

/** Words as options whose value is the word itself. */
export function words(...labels: readonly string[]): readonly Option[] {
  return labels.map((label) => ({ value: label, label }));
}

/** All fields of a form in the order of the page. */
export function fieldsOf(form: Form): readonly FormField[] {
  return form.groups.flatMap((group) => group.fields);
}
