/**
 * The arrangement of a calendar year (放假安排) as it is handed around: the small file that is imported by
 * hand, what a relay serves, and what an extension keeps.
 */
import * as z from 'zod';
import { weekday } from '../calendar/dates.ts';
import { isDate } from '../standards/written.ts';
import { protocolVersion } from './messages.ts';

const monthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '日期应写成“月-日”，如 10-01');

/**
 * One year: weekdays that are off, Saturdays and Sundays that are worked, and the notices (文号) that say so.
 * Each refusal is a Chinese sentence.
 */
export const calendarYearSchema = z
  .strictObject({
    year: z
      .int('年份应是四位数字，如 2027')
      .min(2018, '只支持 2018 年以后的放假安排')
      .max(2099, '年份应是四位数字，如 2027'),
    notices: z
      .array(
        z
          .string()
          .trim()
          .regex(/^[^\s〔〕]{1,20}〔20\d\d〕\d{1,4}号$/, '文号应写成“国办发明电〔2026〕1号”的样子'),
      )
      .min(1, '缺少通知的文号，请照国务院办公厅的通知填写')
      .max(5),
    daysOff: z.array(monthDay).min(1, '没有放假的日期').max(60),
    makeUpWorkdays: z.array(monthDay).max(30),
  })
  .superRefine(({ year, daysOff, makeUpWorkdays }, context) => {
    const judge = (
      list: 'daysOff' | 'makeUpWorkdays',
      days: readonly string[],
      fits: (day: number) => boolean,
      sentence: string,
    ): void => {
      days.forEach((day, index) => {
        const date = `${year}-${day}`;
        const fault = !isDate(date)
          ? `${year} 年没有 ${day} 这一天`
          : days.indexOf(day) < index
            ? `${day} 写了两次`
            : fits(weekday(date))
              ? null
              : `${date} ${sentence}`;
        if (fault === null) return;
        context.addIssue({ code: 'custom', path: [list, index], message: fault });
      });
    };
    judge('daysOff', daysOff, (day) => day <= 5, '本来就是周末，不列入放假的工作日');
    judge('makeUpWorkdays', makeUpWorkdays, (day) => day > 5, '不是周末，不会是调休上班日');
  });

export const calendarYearsAnswerSchema = z.strictObject({
  protocol: z.literal(protocolVersion),
  years: z.array(calendarYearSchema),
});

export type CalendarYear = z.infer<typeof calendarYearSchema>;
export type CalendarYearsAnswer = z.infer<typeof calendarYearsAnswerSchema>;
