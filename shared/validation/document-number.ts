/** The number of the decision's document: its form (`DOCNO`) and its year (`DOCNO-Y`). */
import { normalize, parse, suggest } from '../identifiers/document-number.ts';
import { isDate } from '../standards/written.ts';
import type { Inspection } from './inspection.ts';

export function inspectDocumentNumber(record: Inspection): void {
  const value = record.value('documentNumber');
  if (value === '') return;
  const parsed = parse(value);
  if (!parsed.ok) inspectForm(record, value);
  const inForm = parsed.ok ? parsed : parse(normalize(value));
  if (inForm.ok) inspectYear(record, inForm.year);
}

function inspectForm(record: Inspection, value: string): void {
  // A licence without document number is reported under the number of the licence.
  if (value === record.value('certificateNumber')) return;
  const suggestion = suggest(value);
  record.report(
    'DOCNO',
    ['documentNumber'],
    `%1的规范写法如“云市监罚〔2026〕12号”，请对照文书核对。`,
    suggestion === null ? null : record.change('documentNumber', suggestion),
  );
}

/** Documents are numbered in the year of the decision; around New Year in the one beside it. */
function inspectYear(record: Inspection, year: number): void {
  const decided = record.value('decisionDate');
  const ahead = year > Number(record.today.slice(0, 4));
  const apart = isDate(decided) && Math.abs(year - Number(decided.slice(0, 4))) > 1;
  if (!ahead && !apart) return;
  record.report(
    'DOCNO-Y',
    ['documentNumber', 'decisionDate'],
    ahead
      ? `%1的年份${year}还没有到，请对照文书核对。`
      : `%1的年份${year}与决定日期${decided}不符，请对照文书核对。`,
  );
}
