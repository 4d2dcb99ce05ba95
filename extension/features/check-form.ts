/** What is wrong with what stands in a form, found for the pages that show it. */
import type { Finding } from '@baosong/shared/validation/finding.ts';
import { validate } from '@baosong/shared/validation/validate.ts';
import type { CheckQuestion } from '../messages.ts';
import { readCalendarYears } from '../store/calendar-years.ts';
import { checkContextOf } from './settings/checking.ts';
import { readSettings } from './settings/settings.ts';

/** Checks what stands in a form by the rules of the jurisdiction and the chosen platform. */
export async function checkForm({
  kind,
  values,
  today,
}: CheckQuestion): Promise<readonly Finding[]> {
  const [settings, years] = await Promise.all([readSettings(), readCalendarYears()]);
  return validate(values, { ...checkContextOf(settings, years, today), kind });
}
