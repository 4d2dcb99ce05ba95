/** Instants as the platform's screens write them: Asia/Shanghai, UTC+8 without summer time. */

const offset = 8 * 60 * 60 * 1000;
const day = 24 * 60 * 60 * 1000;

/** The date of an instant in Beijing, `YYYY-MM-DD`. */
export function beijingDate(instant: Date): string {
  return new Date(instant.getTime() + offset).toISOString().slice(0, 10);
}

/** Date and time of an instant in Beijing, `YYYY-MM-DD HH:mm:ss`. */
export function beijingTime(instant: Date): string {
  return new Date(instant.getTime() + offset).toISOString().slice(0, 19).replace('T', ' ');
}

/** The week of an instant in Beijing, Monday to Sunday, both `YYYY-MM-DD`. */
export function beijingWeek(instant: Date): { readonly from: string; readonly to: string } {
  const date = Date.parse(beijingDate(instant));
  const monday = date - ((new Date(date).getUTCDay() + 6) % 7) * day;
  const written = (time: number): string => new Date(time).toISOString().slice(0, 10);
  return { from: written(monday), to: written(monday + 6 * day) };
}
