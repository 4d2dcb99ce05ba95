/** Which fields get a mark: those with findings, and key fields that are right. */
import { isShown } from '../widgets/anatomy.ts';
import type { FieldId, RecordValues } from '@baosong/shared/standards/index.ts';
import type { Finding } from '@baosong/shared/validation/finding.ts';
import type { Mark } from '../overlay/view.ts';
import type { ReportingForm } from './reporting-form.ts';

/** Key fields: the ones for which there is something to be glad of when they are right. */
const keyFields: ReadonlySet<FieldId> = new Set<FieldId>([
  'unifiedSocialCreditCode',
  'registrationNumber',
  'organizationCode',
  'legalRepresentativeDocumentNumber',
  'subjectDocumentNumber',
  'documentNumber',
  'decisionDate',
  'validFrom',
  'validUntil',
  'publicityEndDate',
  'fineAmount',
  'confiscatedAmount',
  'authorityCode',
  'sourceUnitCode',
]);

const heaviestFirst = ['error', 'warning', 'info'] as const;

/** How validation libraries mark the words that they put beside a field. */
const pageErrors =
  '[class*=error],[class*=invalid],[class*=wrong],[class*=explain],.help-block,[role=alert]';
const mostWrappers = 3;
const longestError = 60;

/** Whether the page itself says beside a field that something is wrong with it. */
function showsOwnError(anchor: HTMLElement): boolean {
  const isError = (element: HTMLElement): boolean =>
    element.querySelector('input,select,textarea') === null &&
    isShown(element) &&
    element.innerText.trim() !== '' &&
    element.innerText.length <= longestError;
  let around = anchor.parentElement;
  for (let level = 0; level < mostWrappers && around !== null; level++) {
    if (around.querySelectorAll('input,select,textarea').length > 1) break;
    if (Array.from(around.querySelectorAll<HTMLElement>(pageErrors)).some(isError)) return true;
    around = around.parentElement;
  }
  return false;
}

/**
 * The marks of a form; a finding marks the field that it leads to. Beside a field of which the page itself
 * complains, only what it cannot offer is shown: a correction at one click.
 */
export function marksOf(
  form: ReportingForm,
  values: RecordValues,
  shown: readonly Finding[],
  left: ReadonlySet<FieldId>,
): Mark[] {
  const involved = new Set(shown.flatMap(({ fields }) => fields));
  return form.fields.flatMap(({ field: { id, label }, control }): Mark[] => {
    const all = shown.filter(({ fields }) => fields[0] === id);
    const anchor = control.driver.anchor(control);
    const findings =
      all.length > 0 && showsOwnError(anchor) ? all.filter(({ fix }) => fix !== undefined) : all;
    const level = heaviestFirst.find((one) => findings.some((finding) => finding.level === one));
    const right =
      keyFields.has(id) && left.has(id) && !involved.has(id) && (values[id] ?? '') !== '';
    if (level === undefined && !right) return [];
    return [{ id, label, anchor, parts: control.parts, level: level ?? 'ok', findings }];
  });
}
