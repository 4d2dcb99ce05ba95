/** Office hours (办公时间), Shanghai time: outside them nobody is disturbed. */
export const officeHours = { start: '08:30', end: '17:30' } as const;

/**
 * The times of a day, Shanghai time, at which something of a reminder changes: the day itself; the office
 * opens; the day's notices begin; the last hours begin; the office closes.
 */
export const reminderTimes = {
  midnight: '00:00',
  opening: officeHours.start,
  notices: '09:00',
  lastHours: '15:30',
  closing: officeHours.end,
} as const;
