/**
 * The made-up facts of the journey, the same in the browser test and in the tour. The days lie in a past
 * week without holidays, so that the practice platform, whose clock is real, never sees a future date.
 */

/** Thursday, 10:00 in Shanghai: the day on which the first unit reports. */
export const thursday = new Date('2026-11-19T02:00:00.000Z');

/** The same as a date. */
export const thursdayDate = '2026-11-19';

/** Wednesday, 16:00 in Shanghai: the second unit installs the extension and closes the browser. */
export const wednesday = new Date('2026-11-18T08:00:00.000Z');

/** Friday, 15:00 in Shanghai: the second unit opens the browser again. */
export const friday = new Date('2026-11-20T07:00:00.000Z');

/** The unit with a full week; the relay knows it from its first start. */
export const busyUnit = '云溪市城市管理局';

/** The unit with an empty week. */
export const quietUnit = {
  name: '云溪市档案馆',
  code: '12420200420420423K',
  district: '市直',
} as const;

/**
 * What is wrong in the workbook to practise with, and how the clerk mends it; `sheet` and `row` count from
 * 0 over what was imported.
 */
export const slips = [
  {
    sheet: 0,
    row: 3,
    field: 'unifiedSocialCreditCode',
    label: '统一社会信用代码',
    right: '91420200MA4A11482T',
  },
  { sheet: 0, row: 8, field: 'decisionDate', label: '许可决定日期', right: '2026-11-18' },
  {
    sheet: 1,
    row: 2,
    field: 'subjectDocumentNumber',
    label: '证件号码',
    right: '420202198506121036',
  },
] as const;

/** How many records of a kind the workbook has. */
export const counts = { licence: 12, penalty: 8 } as const;

/** Decisions that name a subject as it was called before it was renamed; the platform sends them back. */
export const sentBack = ['云城管许〔2026〕106号', '云城管罚〔2026〕55号'] as const;
