/**
 * Duties as a calendar file (iCalendar, RFC 5545), for Outlook, a phone or whatever a clerk plans by. Times are
 * written in UTC, so that no time zone has to be described.
 */
import type { Obligation } from './obligation.ts';
import { dutyLabels, obligationStateLabels } from './obligation.ts';

/** A content line has at most this many octets (RFC 5545, 3.1). */
const longestLine = 75;

/** The duties that have a day, as the text of an `.ics` file; each one an event of its last half hour. */
export function iCalendarOf(duties: readonly Obligation[], unit: string, now: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Baosong//Duties//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(`信用信息报送 ${unit}`)}`,
    ...duties.flatMap((duty) => (duty.dueAt === null ? [] : eventOf(duty, duty.dueAt, now))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf(duty: Obligation, dueAt: string, now: string): string[] {
  const done = duty.doneOn !== null || duty.state === 'carriedOver';
  return [
    'BEGIN:VEVENT',
    `UID:${duty.id.replace(/[^\w.:+-]/g, '-')}@baosong.invalid`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(new Date(Date.parse(dueAt) - 30 * 60_000).toISOString())}`,
    `DTEND:${stamp(dueAt)}`,
    `SUMMARY:${escaped(`${done ? `[${obligationStateLabels[duty.state]}] ` : ''}${dutyLabels[duty.duty]}：${duty.subject}`)}`,
    `DESCRIPTION:${escaped(`${duty.explanation}\n${duty.why}`)}`,
    'TRANSP:TRANSPARENT',
    ...(done
      ? []
      : [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `DESCRIPTION:${escaped(`${dutyLabels[duty.duty]}：${duty.subject}`)}`,
          // At nine of the day, with the others at the end of the office hours.
          'TRIGGER:-PT8H',
          'END:VALARM',
        ]),
    'END:VEVENT',
  ];
}

/** An instant as `20261127T093000Z`. */
function stamp(instant: string): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** Text as a property's value (3.3.11). */
function escaped(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/[;,]/g, (sign) => `\\${sign}`)
    .replace(/\r?\n/g, '\\n');
}

const octets = (text: string): number => new TextEncoder().encode(text).length;

/** A line broken so that no part is too long and no character is torn apart. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let length = 0;
  for (const character of line) {
    const size = octets(character);
    if (length + size > longestLine) {
      parts.push(part);
      part = ' ';
      length = 1;
    }
    part += character;
    length += size;
  }
  return [...parts, part].join('\r\n');
}
