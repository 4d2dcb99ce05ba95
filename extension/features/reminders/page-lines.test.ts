import type { ReminderLine } from '@baosong/shared/calendar/reminders.ts';
import { describe, expect, it } from 'vitest';
import { firstLines } from './page-lines.ts';

const line = (text: string, urgent: boolean): ReminderLine => ({
  duties: [],
  text,
  urgent,
  late: urgent,
});

describe('firstLines', () => {
  it('leaves out nothing of what fits', () => {
    const lines = ['甲', '乙', '丙'].map((text) => line(text, true));
    expect(firstLines(lines)).toEqual(lines.map(({ text, urgent }) => ({ text, urgent })));
  });

  it('counts the others, and says whether one of them presses', () => {
    const lines = ['甲', '乙', '丙', '丁', '戊'].map((text) => line(text, text === '戊'));
    expect(firstLines(lines).slice(3)).toEqual([
      { text: '另有2项报送待办，请点浏览器工具栏上的“报送”查看', urgent: true },
    ]);
    expect(firstLines(lines.slice(0, 4)).at(3)?.urgent).toBe(false);
  });
});
