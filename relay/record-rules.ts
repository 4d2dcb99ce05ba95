/** What the relay asks of a record beyond its shape. */
import type { RecordMessage } from '@baosong/shared/protocol/messages.ts';
import { fieldOf } from '@baosong/shared/standards/index.ts';
import type { FieldId } from '@baosong/shared/standards/index.ts';
import { jsonPointer } from './json-pointer.ts';
import type { ProblemPlace } from './problems.ts';

/** Days that calendars and statistics can work with. */
const firstDay = '1949-10-01';
const lastDay = '2099-12-31';

/** The first thing that forbids taking a record in, or `null`. Details never repeat a value. */
export function refusalOf(record: RecordMessage): ProblemPlace | null {
  return (
    standardRefusal(record) ?? baseRefusal(record) ?? dateRefusal(record) ?? contentRefusal(record)
  );
}

function standardRefusal({ kind, standard }: RecordMessage): ProblemPlace | null {
  if (standard.startsWith(`${kind}@`)) return null;
  return { pointer: '/standard', detail: '数据标准与信息类别不一致。' };
}

function baseRefusal({ revision }: RecordMessage): ProblemPlace | null {
  if (revision.base === null || revision.base < revision.number) return null;
  return { pointer: '/revision/base', detail: '一版只能由编号更小的一版改成。' };
}

function dateRefusal({ decisionDate, submissions }: RecordMessage): ProblemPlace | null {
  if (decisionDate < firstDay || decisionDate > lastDay) {
    return { pointer: '/decisionDate', detail: '决定日期不合常理，请核对年份。' };
  }
  const odd = submissions.findIndex(({ at }) => at < firstDay || at > lastDay);
  if (odd === -1) return null;
  return { pointer: `/submissions/${String(odd)}/at`, detail: '提交时间不合常理，请核对年份。' };
}

function contentRefusal({ kind, subjectCategory, content }: RecordMessage): ProblemPlace | null {
  if (subjectCategory === 'naturalPerson') {
    if (content === null) return null;
    return { pointer: '/content', detail: '自然人的记录不得发送内容，只发送统计所需的项目。' };
  }
  if (content === null) {
    return { pointer: '/content', detail: '法人和个体工商户的记录须附内容。' };
  }
  for (const [id, value] of Object.entries(content)) {
    const field = fieldOf(kind, id as FieldId);
    const pointer = jsonPointer(['content', id]);
    if (!field) return { pointer, detail: '数据标准中没有这个字段。' };
    if (field.sensitive && typeof value === 'string' && value !== '') {
      return { pointer, detail: `“${field.label}”属敏感信息，不得明文发送。` };
    }
  }
  return null;
}
