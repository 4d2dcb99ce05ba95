/** Monthly statements (月度报送说明): made here by the clerk who signs, sent to the relay, or printed for the seal. */
import { useEffect, useState } from 'preact/hooks';
import { uuidv7 } from 'uuidv7';
import { addDays, monthOf, shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { statementTitle, writeStatement } from '@baosong/shared/workbook/duties.ts';
import { monthlyItemsOf } from '../../features/settings/settings.ts';
import type { Settings } from '../../features/settings/settings.ts';
import type { StatementRow } from '../../store/rows.ts';
import { addStatement } from '../../store/statements.ts';
import { act } from '../../ui/act.tsx';
import { tellBackground } from '../../messages.ts';
import { downloadWorkbook } from '../../ui/download.ts';
import { moment } from '../../ui/format.ts';

/** So many months back can be chosen, the present one included. */
const monthsToChoose = 12;

const monthName = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;

function monthsUpTo(today: string): string[] {
  const months: string[] = [];
  for (let day = today; months.length < monthsToChoose; day = addDays(monthOf(day).start, -1)) {
    months.push(day.slice(0, 7));
  }
  return months;
}

function itemsWords({ items }: StatementRow): string {
  return items
    .map(({ name, reported }) => (reported === 0 ? `${name}：零报送` : `${name}：${reported} 条`))
    .join('；');
}

/** A statement as a sheet of paper; seen in print only. */
function PrintedStatement({ statement, unit }: { statement: StatementRow; unit: string }) {
  return (
    <div class="sheet">
      <h1>{statementTitle(statement)}</h1>
      <p>
        {unit} {monthName(statement.month)}应归集的信用信息情况如下：
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">目录事项</th>
            <th scope="col">当月信息</th>
          </tr>
        </thead>
        <tbody>
          {statement.items.map(({ name, reported }) => (
            <tr key={name}>
              <td>{name}</td>
              <td>{reported === 0 ? '无（零报送）' : `${reported} 条`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>经办人：{statement.person}</p>
      <p>日期：{moment(statement.at)}</p>
      {statement.receipt === null ? null : <p>回执号：{statement.receipt}</p>}
      <p class="seal">报送单位（盖章）：</p>
    </div>
  );
}

function NewStatement(props: { readonly settings: Settings; readonly now: Date }) {
  const { settings, now } = props;
  const today = shanghaiDate(now.toISOString());
  const [month, setMonth] = useState(today.slice(0, 7));
  const items = monthlyItemsOf(settings, monthOf(`${month}-01`));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [counts, setCounts] = useState<Readonly<Record<string, string>>>({});
  const [person, setPerson] = useState(settings.clerk);
  const stated = items
    .filter((name) => !left.has(name))
    .map((name) => ({ name, reported: Number(counts[name] ?? '0') }));
  return (
    <form
      class="stack"
      aria-label="作出说明"
      onSubmit={act(async () => {
        if (stated.length === 0) throw new Error('请至少勾选一个事项。');
        if (stated.some(({ reported }) => !Number.isInteger(reported) || reported < 0)) {
          throw new Error('条数应是不小于 0 的整数。');
        }
        await addStatement({
          id: uuidv7(),
          month,
          items: stated,
          person: person.trim(),
          at: new Date().toISOString(),
        });
        tellBackground();
        return settings.relay === null
          ? '已作出说明。没有接入报送中继，请在下面打印盖章，或导出 Excel，交信用信息中心。'
          : '已作出说明，正在发送到报送中继。';
      })}
    >
      <div class="fields">
        <label for="statement-month">月份</label>
        <select
          id="statement-month"
          value={month}
          onChange={(event) => {
            setMonth(event.currentTarget.value);
          }}
        >
          {monthsUpTo(today).map((one) => (
            <option key={one} value={one}>
              {monthName(one)}
            </option>
          ))}
        </select>
        <span class="label">事项</span>
        <div class="stack" role="group" aria-label="事项">
          {items.map((name) => (
            <div key={name} class="row">
              <label class="row">
                <input
                  type="checkbox"
                  checked={!left.has(name)}
                  onChange={(event) => {
                    const next = new Set(left);
                    if (event.currentTarget.checked) next.delete(name);
                    else next.add(name);
                    setLeft(next);
                  }}
                />
                {name}
              </label>
              <label class="row">
                当月已报送
                <input
                  type="text"
                  inputMode="numeric"
                  class="count"
                  aria-label={`${name}当月已报送的条数`}
                  value={counts[name] ?? '0'}
                  onInput={(event) => {
                    setCounts({ ...counts, [name]: event.currentTarget.value.trim() });
                  }}
                />
                条（0 为零报送）
              </label>
            </div>
          ))}
        </div>
        <label for="statement-person">说明人</label>
        <input
          id="statement-person"
          type="text"
          required
          maxLength={30}
          value={person}
          onInput={(event) => {
            setPerson(event.currentTarget.value);
          }}
        />
      </div>
      <button type="submit" class="primary">
        作出说明
      </button>
    </form>
  );
}

export function Statements(props: {
  readonly statements: readonly StatementRow[];
  readonly settings: Settings;
  readonly now: Date;
}) {
  const { statements, settings, now } = props;
  const [printed, setPrinted] = useState<StatementRow | null>(null);
  const today = shanghaiDate(now.toISOString());
  const unit = settings.unit?.name ?? '';
  useEffect(() => {
    if (printed === null) return;
    document.body.classList.add('printing-sheet');
    const done = (): void => {
      document.body.classList.remove('printing-sheet');
      setPrinted(null);
    };
    addEventListener('afterprint', done, { once: true });
    print();
  }, [printed]);

  return (
    <section class="card stack" aria-label="每月报送说明">
      <h2>每月报送说明</h2>
      <p class="quiet">
        双公示以外的信用信息没有零报送网页，由经办人在这里按月、按事项作出说明，报信用信息中心。
      </p>
      {monthlyItemsOf(settings, { start: addDays(today, -365), end: today }).length === 0 ? (
        <p>
          本单位还没有填写每月报送的事项。<a href="#/settings">去填写</a>
        </p>
      ) : (
        <NewStatement key={JSON.stringify(settings.unit)} settings={settings} now={now} />
      )}
      {statements.length === 0 ? null : (
        <div class="scroll">
          <table aria-label="每月报送说明">
            <thead>
              <tr>
                <th scope="col">月份</th>
                <th scope="col">事项</th>
                <th scope="col">说明人</th>
                <th scope="col">时间</th>
                <th scope="col">回执号</th>
                <th scope="col" />
              </tr>
            </thead>
            <tbody>
              {statements.map((statement) => (
                <tr key={statement.id}>
                  <td class="fit">{monthName(statement.month)}</td>
                  <td>{itemsWords(statement)}</td>
                  <td class="fit">{statement.person}</td>
                  <td class="fit number">{moment(statement.at)}</td>
                  <td class="fit">
                    {statement.receipt ?? (settings.relay === null ? '—' : '等待中继答复')}
                  </td>
                  <td class="fit">
                    <div class="row">
                      <button
                        type="button"
                        onClick={() => {
                          setPrinted(statement);
                        }}
                      >
                        打印
                      </button>
                      <button
                        type="button"
                        onClick={act(async () => {
                          const saidOn = shanghaiDate(statement.at);
                          downloadWorkbook(
                            await writeStatement(statement, unit, saidOn),
                            `${statementTitle(statement)}.xlsx`,
                          );
                          return undefined;
                        })}
                      >
                        导出 Excel
                      </button>
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {printed === null ? null : <PrintedStatement statement={printed} unit={unit} />}
    </section>
  );
}
