/** The rows of a workbook before they become records: what is wrong with each, and mending it on the spot. */
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { recordKindLabels } from '@baosong/shared/standards/index.ts';
import type { FieldId } from '@baosong/shared/standards/index.ts';
import { mended } from '../../features/batch/row-check.ts';
import type { CheckedRow } from '../../features/batch/row-check.ts';
import { changeWaitingRow } from '../../store/imports.ts';
import type { WaitingRow } from '../../store/imports.ts';
import { act } from '../../ui/act.tsx';
import { FindingList } from '../../ui/findings.tsx';
import { RecordForm } from '../../ui/record-form.tsx';

function Problems({ item }: { item: CheckedRow }) {
  const { row, findings } = item;
  if (findings.length === 0 && row.problems.length === 0) {
    return <span class="badge good">没有问题</span>;
  }
  return (
    <>
      {row.problems.length > 0 ? (
        <ul class="findings">
          {row.problems.map(({ field, message }) => (
            <li key={field} class="error">
              错误：{message}
            </li>
          ))}
        </ul>
      ) : null}
      <FindingList
        findings={findings}
        onFix={(changes) => {
          mend(row, changes);
        }}
      />
    </>
  );
}

function mend(row: WaitingRow, changes: WaitingRow['values']): void {
  act(async () => {
    await changeWaitingRow(row.id, (present) => mended(present, changes));
    return undefined;
  })();
}

/** The fields that something was said of. */
function fieldsInQuestion({ row, findings }: CheckedRow): ReadonlySet<FieldId> {
  return new Set([
    ...findings.flatMap((finding) => finding.fields),
    ...row.problems.map(({ field }) => field),
  ]);
}

function Editor({ item }: { item: CheckedRow }) {
  const { row, findings } = item;
  // What was in question when the editor opened stays, so that a field does not vanish once it is right.
  const [questioned] = useState(() => fieldsInQuestion(item));
  const [all, setAll] = useState(questioned.size === 0);
  return (
    <div class="stack" role="group" aria-label={`第 ${row.rowNumber} 行`}>
      <RecordForm
        kind={row.kind}
        values={row.values}
        findings={findings}
        only={all ? undefined : questioned}
        onChange={(changes) => {
          mend(row, changes);
        }}
      />
      {all ? null : (
        <button
          type="button"
          onClick={() => {
            setAll(true);
          }}
        >
          显示全部字段
        </button>
      )}
    </div>
  );
}

function isWarned({ findings }: CheckedRow): boolean {
  return findings.some((finding) => finding.level === 'warning');
}

export function ImportRows(props: {
  readonly rows: readonly CheckedRow[];
  readonly onTakeIn: (rows: readonly WaitingRow[]) => Promise<string>;
  readonly onDiscard: (rows: readonly WaitingRow[]) => Promise<string>;
}) {
  const { rows, onTakeIn, onDiscard } = props;
  /** Rows of which the clerk decided otherwise than proposed: clean rows are ticked, others not. */
  const [decided, setDecided] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [openId, setOpenId] = useState<string | null>(null);
  const [onlyFaulty, setOnlyFaulty] = useState(false);
  const isChosen = (item: CheckedRow): boolean => decided.get(item.row.id) ?? item.clean;
  const chosen = rows.filter(isChosen).map((item) => item.row);
  const faulty = rows.filter((item) => !item.clean).length;
  const warned = rows.filter((item) => item.clean && isWarned(item)).length;
  const shown = onlyFaulty
    ? rows.filter((item) => !item.clean || isWarned(item) || item.row.id === openId)
    : rows;

  return (
    <section class="stack" aria-label="待加入台账的行">
      <div class="row">
        <strong class="grow">
          共 {rows.length} 行：{faulty} 行有错误，{warned} 行有提醒，{rows.length - faulty - warned}{' '}
          行没有问题
        </strong>
        <label class="row">
          <input
            type="checkbox"
            checked={onlyFaulty}
            onChange={(event) => {
              setOnlyFaulty(event.currentTarget.checked);
            }}
          />
          只看有问题的
        </label>
        <button
          type="button"
          class="primary"
          disabled={chosen.length === 0}
          onClick={act(async () => onTakeIn(chosen))}
        >
          加入台账（{chosen.length} 条）
        </button>
        <button
          type="button"
          class="danger"
          onClick={act(async () => onDiscard(rows.map((item) => item.row)))}
        >
          全部移除
        </button>
      </div>
      <div class="scroll">
        <table aria-label="导入预览">
          <thead>
            <tr>
              <th scope="col">加入</th>
              <th scope="col">行</th>
              <th scope="col">类别</th>
              <th scope="col">文书号</th>
              <th scope="col">行政相对人</th>
              <th scope="col">决定日期</th>
              <th scope="col">核验</th>
              <th scope="col">修改</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((item) => {
              const { row } = item;
              const open = row.id === openId;
              const name = `${row.sheetName}第 ${row.rowNumber} 行`;
              return (
                <Fragment key={row.id}>
                  <tr>
                    <td class="fit">
                      <input
                        type="checkbox"
                        aria-label={`加入${name}`}
                        checked={isChosen(item)}
                        onChange={(event) => {
                          setDecided(new Map(decided).set(row.id, event.currentTarget.checked));
                        }}
                      />
                    </td>
                    <td class="fit number" title={`${row.fileName} ${row.sheetName}`}>
                      {row.rowNumber}
                    </td>
                    <td class="fit">{recordKindLabels[row.kind]}</td>
                    <td class="fit">{row.values.documentNumber ?? '—'}</td>
                    <td>{row.values.subjectName ?? '—'}</td>
                    <td class="fit number">{row.values.decisionDate ?? '—'}</td>
                    <td>
                      <Problems item={item} />
                    </td>
                    <td class="fit">
                      <button
                        type="button"
                        aria-expanded={open}
                        aria-label={`修改${name}`}
                        onClick={() => {
                          setOpenId(open ? null : row.id);
                        }}
                      >
                        {open ? '收起' : '修改'}
                      </button>
                    </td>
                  </tr>
                  {open ? (
                    <tr>
                      <td class="detail" colSpan={8}>
                        <Editor item={item} />
                      </td>
                    </tr>
                  ) : null}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
