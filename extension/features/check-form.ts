/** What is wrong with what stands in a form, found for the pages that show it. */
import type { CheckContext } from '@baosong/shared/validation/context.ts';
import type { Finding } from '@baosong/shared/validation/finding.ts';
import { validate } from '@baosong/shared/validation/validate.ts';
import type { CheckQuestion } from '../messages.ts';
import { readCalendarYears } from '../store/calendar-years.ts';
import { checkContextOf } from './settings/checking.ts';
import { readSettings } from './settings/settings.ts';

/** By what is checked on a day; where settings cannot be read, the national rules at their default levels. */
async function contextOn(today: string): Promise<CheckContext> {
  try {
    const [settings, years] = await Promise.all([readSettings(), readCalendarYears()]);
    return checkContextOf(settings, years, today);
  } catch (error) {
    console.error('报送：未能读取设置，暂按国家标准核验', error);
    return { today };
  }
}

/** Checks what stands in a form by the rules of the jurisdiction and the chosen platform. */
export async function checkForm({
  kind,
  values,
  today,
}: CheckQuestion): Promise<readonly Finding[]> {
  return validate(values, { ...(await contextOn(today)), kind });
}
