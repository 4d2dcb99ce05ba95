/** The days off (放假安排) that are known, each with its document number and source, and a way to import more. */
import { useState } from 'preact/hooks';
import { publishedYears } from '@baosong/shared/calendar/published-years.ts';
import type { YearReading } from '@baosong/shared/calendar/year-file.ts';
import { yearFromJson, yearFromTable } from '@baosong/shared/calendar/year-file.ts';
import { readSheets } from '@baosong/shared/workbook/sheets.ts';
import {
  putCalendarYear,
  readCalendarYears,
  removeCalendarYear,
} from '../../store/calendar-years.ts';
import { act } from '../../ui/act.tsx';
import { tellBackground } from '../../messages.ts';
import { moment } from '../../ui/format.ts';
import { useLive } from '../../ui/live.ts';

interface Chosen extends YearReading {
  readonly fileName: string;
}

async function readYear(file: File): Promise<Chosen> {
  if (/\.json$/i.test(file.name)) {
    return { ...yearFromJson(await file.text()), fileName: file.name };
  }
  const [sheet] = await readSheets(new Uint8Array(await file.arrayBuffer()));
  const rows = (sheet?.rows ?? []).map((row) => row.map(({ text }) => text));
  return { ...yearFromTable(rows), fileName: file.name };
}

function Preview({ chosen, onDone }: { chosen: Chosen; onDone: () => void }) {
  const { year, doubts, fileName } = chosen;
  return (
    <div class={`notice ${doubts.length > 0 ? 'warn' : 'good'}`} role="status">
      <p>
        {year.year}年（{year.notices.join('、')}）：放假的工作日 {year.daysOff.length} 天（
        {year.daysOff.join('、')}），调休上班 {year.makeUpWorkdays.length} 天（
        {year.makeUpWorkdays.join('、') || '无'}）。请对照通知原文核对。
      </p>
      {doubts.map((doubt) => (
        <p key={doubt}>{doubt}</p>
      ))}
      <div class="row">
        <button
          type="button"
          class="primary"
          onClick={act(async () => {
            await putCalendarYear({
              ...year,
              source: fileName,
              takenAt: new Date().toISOString(),
            });
            tellBackground();
            onDone();
            return `已采用${year.year}年放假安排。`;
          })}
        >
          {doubts.length > 0 ? '已核对，仍按此采用' : '采用'}
        </button>
        <button type="button" onClick={onDone}>
          不采用
        </button>
      </div>
    </div>
  );
}

export function CalendarYears() {
  const imported = useLive(readCalendarYears) ?? [];
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const replaced = new Set(imported.map(({ year }) => year));
  const builtIn = publishedYears
    .filter(({ year }) => !replaced.has(year))
    .slice()
    .reverse();
  return (
    <section class="card stack no-print" aria-label="放假安排">
      <h2>放假安排</h2>
      <div class="row">
        <label class="button">
          导入新一年
          <input
            class="hidden-file"
            type="file"
            accept=".json,.xlsx"
            aria-label="选择放假安排文件"
            onChange={(event) => {
              const input = event.currentTarget;
              const [file] = Array.from(input.files ?? []);
              if (file === undefined) return;
              act(async () => {
                setChosen(null);
                input.value = '';
                setChosen(await readYear(file));
                return undefined;
              })();
            }}
          />
        </label>
        <span class="quiet">
          小的 JSON 文件，或按国务院办公厅通知整理的 .xlsx
          表（含“放假日期”“调休上班日期”两列，写明年份和文号）。接入报送中继的，管理员录入后会自动取得。
        </span>
      </div>
      {chosen === null ? null : (
        <Preview
          chosen={chosen}
          onDone={() => {
            setChosen(null);
          }}
        />
      )}
      <div class="scroll">
        <table aria-label="放假安排">
          <thead>
            <tr>
              <th scope="col">年份</th>
              <th scope="col">文号</th>
              <th scope="col">放假的工作日</th>
              <th scope="col">调休上班</th>
              <th scope="col">来源</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {imported
              .slice()
              .reverse()
              .map(({ year, notices, daysOff, makeUpWorkdays, source, takenAt }) => (
                <tr key={year}>
                  <th scope="row">{year}</th>
                  <td>{notices.join('、')}</td>
                  <td class="number">{daysOff.length} 天</td>
                  <td class="number">{makeUpWorkdays.length} 天</td>
                  <td>
                    {source}，{moment(takenAt)}
                  </td>
                  <td class="fit">
                    <button
                      type="button"
                      aria-label={`移除${year}年放假安排`}
                      onClick={act(async () => {
                        await removeCalendarYear(year);
                        tellBackground();
                        return `已移除导入的${year}年放假安排。`;
                      })}
                    >
                      移除
                    </button>
                  </td>
                </tr>
              ))}
            {builtIn.map(({ year, notices, daysOff, makeUpWorkdays }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td>{notices.join('、')}</td>
                <td class="number">{daysOff.length} 天</td>
                <td class="number">{makeUpWorkdays.length} 天</td>
                <td>内置</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
