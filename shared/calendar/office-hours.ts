/** Office hours (办公时间), Shanghai time: outside them nobody is disturbed. */
export const officeHours = { start: '08:30', end: '17:30' } as const;
