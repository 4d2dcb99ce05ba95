/** Dates: `X05` decided by today, `X06` beginnings before ends, `X07` long validity, `X08` form. */
import type { Field, FieldId } from '../standards/index.ts';
import { canonicalize, isDate, longTermDate } from '../standards/written.ts';
import type { FieldRule, Inspection } from './inspection.ts';

/** What must not end before something else begins. */
const orders: readonly (readonly [begin: FieldId, end: FieldId])[] = [
  ['validFrom', 'validUntil'],
  ['decisionDate', 'validUntil'],
  ['decisionDate', 'publicityEndDate'],
];

/** The day before the last that date pickers reach, taken where they do not offer the last. */
const nextToLast = '2099-12-30';

export function inspectDates(record: Inspection): void {
  const decided = dateIn(record, 'decisionDate');
  if (decided > record.today) {
    record.report('X05', ['decisionDate'], `%1晚于今天（${record.today}），请对照文书核对。`);
  }
  for (const [begin, end] of orders) inspectOrder(record, begin, end);
  const until = dateIn(record, 'validUntil');
  if (until > longTermDate || until === nextToLast) {
    record.report(
      'X07',
      ['validUntil'],
      `长期有效的，%1统一填${longTermDate}，请核对。`,
      record.change('validUntil', longTermDate),
    );
  }
}

/** The date in a field, or `''` where there is none. */
function dateIn(record: Inspection, id: FieldId): string {
  const value = record.value(id);
  return isDate(value) ? value : '';
}

/** The rule on the form of a date field, or `null` for other fields. */
export function dateRule(field: Field): FieldRule | null {
  if (field.type !== 'date') return null;
  const { id } = field;
  return (record, value) => {
    if (isDate(value)) return;
    const understood = canonicalize(field, value);
    record.report(
      'X08',
      [id],
      `%1不是日期，请按“年-月-日”填写，如2026-03-05。`,
      isDate(understood) ? record.change(id, understood) : null,
    );
  };
}

function inspectOrder(record: Inspection, begin: FieldId, end: FieldId): void {
  const from = dateIn(record, begin);
  const to = dateIn(record, end);
  if (from === '' || to === '' || from <= to) return;
  record.report('X06', [end, begin], `%1（${to}）早于%2（${from}），请核对这两个日期。`);
}
