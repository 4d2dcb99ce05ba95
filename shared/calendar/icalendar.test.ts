import { describe, expect, it } from 'vitest';
import { iCalendarOf } from './icalendar.ts';
import type { Obligation } from './obligation.ts';

const duty = (change: Partial<Obligation> = {}): Obligation => ({
  id: 'weekly:penalty:2026-11-23',
  duty: 'weeklyZeroReport',
  kinds: ['penalty'],
  subject: '行政处罚',
  period: { start: '2026-11-23', end: '2026-11-29' },
  remindFrom: '2026-11-27',
  dueOn: '2026-11-27',
  dueAt: '2026-11-27T09:30:00.000Z',
  lateFrom: '2026-11-28',
  state: 'notDue',
  doneOn: null,
  explanation:
    '本周（11月23日—29日）行政处罚尚未报送，请在11月27日17:30前零报送或补报；逗号,分号;反斜杠\\与换行\n都要转义',
  why: '每周五为零报送日。',
  ...change,
});

interface Component {
  readonly name: string;
  readonly properties: Record<string, string>;
  readonly components: Component[];
}

/** A reader of RFC 5545, as short as it can be: lines, folding, escapes, components in each other. */
function parse(text: string): Component {
  expect(text.endsWith('\r\n')).toBe(true);
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  }
  const lines: string[] = [];
  for (const line of physical) {
    if (line.startsWith(' ')) lines.push((lines.pop() ?? '') + line.slice(1));
    else lines.push(line);
  }
  const root: Component = { name: '', properties: {}, components: [] };
  const open = [root];
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    expect(name, line).not.toBe('');
    const current = open.at(-1) as Component;
    if (name === 'BEGIN') {
      const component: Component = { name: value, properties: {}, components: [] };
      current.components.push(component);
      open.push(component);
    } else if (name === 'END') {
      expect(current.name).toBe(value);
      open.pop();
    } else {
      expect(current.properties).not.toHaveProperty(name);
      current.properties[name] = value.replace(/\\([\\;,nN])/g, (_, sign: string) =>
        sign.toLowerCase() === 'n' ? '\n' : sign,
      );
    }
  }
  expect(open).toHaveLength(1);
  expect(root.components).toHaveLength(1);
  return root.components[0] as Component;
}

const now = '2026-11-25T01:02:03.456Z';
const read = (...duties: Obligation[]) => parse(iCalendarOf(duties, '示例市市场监督管理局', now));

describe('a calendar file', () => {
  it('says when each duty is due, and reads back as it was meant', () => {
    const calendar = read(duty(), duty({ id: 'monthly:2026-11', duty: 'monthlyZeroReport' }));
    expect(calendar).toMatchObject({
      name: 'VCALENDAR',
      properties: { VERSION: '2.0', 'X-WR-CALNAME': '信用信息报送 示例市市场监督管理局' },
    });
    const [event, other] = calendar.components;
    expect(event).toMatchObject({
      name: 'VEVENT',
      properties: {
        UID: 'weekly:penalty:2026-11-23@baosong.invalid',
        DTSTAMP: '20261125T010203Z',
        DTSTART: '20261127T090000Z',
        DTEND: '20261127T093000Z',
        SUMMARY: '每周报送：行政处罚',
        DESCRIPTION: `${duty().explanation}\n${duty().why}`,
      },
      components: [{ name: 'VALARM', properties: { ACTION: 'DISPLAY', TRIGGER: '-PT8H' } }],
    });
    expect(other?.properties['UID']).not.toBe(event?.properties['UID']);
  });

  it('rings for nothing that is done, and leaves out a week without a day', () => {
    const { components } = read(
      duty({ state: 'doneByZeroReport', doneOn: '2026-11-27' }),
      duty({ id: 'x', state: 'carriedOver', dueOn: null, dueAt: null }),
    );
    expect(components).toMatchObject([
      { properties: { SUMMARY: '[已零报送] 每周报送：行政处罚' }, components: [] },
    ]);
  });

  it('tears no character apart, wherever a line breaks', () => {
    for (let length = 0; length < 80; length += 1) {
      const subject = `${'a'.repeat(length)}${'处𠀀'.repeat(30)}`;
      const [event] = read(duty({ subject })).components;
      expect(event?.properties['SUMMARY']).toBe(`每周报送：${subject}`);
    }
  });
});
