/**
 * The platform's own checks on what a form sends. They are narrower than the data standard, like
 * those of real platforms: shapes by regular expression, no check digits, nothing across fields
 * but one order of dates.
 */
import { fieldsOf, naturalPerson, type Form, type FormField, type FormValues } from './form.ts';
import type { Format } from './form.ts';

/** Why a form is refused: the field concerned and the sentence shown. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

const shapes: Readonly<Record<Format, { pattern: RegExp; message: (label: string) => string }>> = {
  creditCode: {
    pattern: /^[1-9A-GY][1239][1-5]\d{5}[0-9A-HJ-NPQRTUWXY]{10}$/,
    message: (label) => `${label}不正确`,
  },
  authorityCode: {
    pattern: /^.{18}$/u,
    message: (label) => `${label}需等于18位！`,
  },
  registrationNumber: { pattern: /^\d{15}$/, message: (label) => `${label}应为15位数字` },
  organizationCode: { pattern: /^[A-Za-z0-9]{9}$/, message: (label) => `${label}应为9位` },
  taxNumber: { pattern: /^[A-Z0-9]{15}$/, message: (label) => `${label}格式错误` },
  slashedDate: {
    pattern: /^\d{4}\/\d{2}\/\d{2}$/,
    message: (label) => `${label}：请输入正确的日期格式！（YYYY/MM/DD）`,
  },
  dashedDate: {
    pattern: /^\d{4}-\d{2}-\d{2}$/,
    message: (label) => `${label}：请输入正确的日期格式！`,
  },
  amount: {
    pattern: /^\d{1,12}(\.\d{1,6})?$/,
    message: (label) => `${label}应为数字，最多6位小数`,
  },
};

/** Pairs of column codes of which the first may not be later than the second. */
const dateOrders: Readonly<Record<Form['prefix'], readonly (readonly [string, string])[]>> = {
  XK: [['XK_YXQZ', 'XK_YXQZI']],
  CF: [
    ['CF_JDRQ', 'CF_YXQ'],
    ['CF_JDRQ', 'CF_GSJZQ'],
  ],
};

/**
 * Why the platform refuses these values, in the order of the form; empty when it takes them.
 *
 * @param today the date in Beijing, `YYYY-MM-DD`
 */
export function refusals(form: Form, values: FormValues, today: string): readonly Refusal[] {
  const fields = fieldsOf(form);
  const person = values[`${form.prefix}_XDR_LB`] === naturalPerson;
  const found = fields.flatMap((field) => {
    const message = refusalOf(field, values[field.code] ?? '', person);
    return message === undefined ? [] : [{ code: field.code, message }];
  });
  if (found.length > 0) return found;

  const decided = `${form.prefix}_JDRQ`;
  const labelOf = (code: string): string =>
    fields.find((field) => field.code === code)?.label ?? code;
  if ((values[decided] ?? '').replaceAll('/', '-') > today) {
    found.push({ code: decided, message: `${labelOf(decided)}不能大于当前日期！` });
  }
  for (const [earlier, later] of dateOrders[form.prefix]) {
    const end = values[later] ?? '';
    if (end !== '' && (values[earlier] ?? '') > end) {
      found.push({
        code: later,
        message: `开始时间不能大于结束时间！（${labelOf(earlier)}、${labelOf(later)}）`,
      });
    }
  }
  return found;
}

function refusalOf(field: FormField, value: string, person: boolean): string | undefined {
  const applies = field.appliesTo === undefined || (field.appliesTo === 'person') === person;
  if (value.trim() === '') {
    return field.required === true && applies ? `${field.label}不能为空` : undefined;
  }
  if (!applies) return `行政相对人类别${person ? '为' : '不是'}自然人时，${field.label}应为空`;
  if (value.length > field.maxLength) {
    return `${field.label}长度超限，最多${String(field.maxLength)}个字`;
  }
  if (field.options !== undefined) {
    const chosen = field.control === 'multiselect' ? value.split(';') : [value];
    const known = chosen.every((part) => field.options?.some((option) => option.value === part));
    return known ? undefined : `${field.label}取值不正确`;
  }
  const shape = field.format === undefined ? undefined : shapes[field.format];
  return shape === undefined || shape.pattern.test(value) ? undefined : shape.message(field.label);
}
