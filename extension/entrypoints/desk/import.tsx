/** Import (导入): a workbook becomes rows to look at, mend and take into the ledger; and the platform's results. */
import { useMemo, useState } from 'preact/hooks';
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import type { CreditRecord } from '@baosong/shared/records/record.ts';
import { standardInForce } from '@baosong/shared/standards/catalogue.ts';
import {
  fieldIn,
  recordKindLabels,
  doublePublicityKinds,
} from '@baosong/shared/standards/index.ts';
import type { DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import type { ImportedSheet } from '@baosong/shared/workbook/import.ts';
import { checkRows } from '../../features/batch/row-check.ts';
import { knowledgeOf, knownDecisions } from '../../features/ledger/knowledge.ts';
import { takeIn, waitingRows } from '../../features/batch/take-in.ts';
import { checkContextOf } from '../../features/settings/checking.ts';
import { signature } from '../../features/settings/settings.ts';
import type { Settings } from '../../features/settings/settings.ts';
import { readCalendarYears } from '../../store/calendar-years.ts';
import { addWaitingRows, readWaitingRows, removeWaitingRows } from '../../store/imports.ts';
import { readUnitReports } from '../../store/unit-reports.ts';
import { act } from '../../ui/act.tsx';
import { tellBackground } from '../../messages.ts';
import { downloadWorkbook } from '../../ui/download.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { useLive } from '../../ui/live.ts';
import { ImportRows } from './import-rows.tsx';
import { Outcomes } from './outcomes.tsx';
import { PlaceHeader } from './place-header.tsx';

function Mapping({ sheets }: { sheets: readonly ImportedSheet[] }) {
  return (
    <details class="card">
      <summary>列的对应（{sheets.length} 张表）</summary>
      {sheets.map(({ sheetName, kind, standard, headerRow, columns, unmatched, missing, rows }) => (
        <section key={sheetName} class="stack">
          <h3>
            {sheetName}：按{recordKindLabels[kind]}（{standard.generation}年版）读入 {rows.length}{' '}
            行，表头在第 {headerRow} 行，认出 {columns.size} 列
          </h3>
          <p class="quiet">
            {[...columns.keys()].map((id) => fieldIn(standard, id)?.label ?? id).join('、')}
          </p>
          {unmatched.length > 0 ? <p>没有用到的列：{unmatched.join('、')}</p> : null}
          {missing.length > 0 ? (
            <p class="notice warn">
              表里没有这些必填列：
              {missing.map((id) => fieldIn(standardInForce(kind), id)?.label ?? id).join('、')}
            </p>
          ) : null}
        </section>
      ))}
    </details>
  );
}

function TemplateDownload({ kind }: { kind: DoublePublicityKind }) {
  return (
    <button
      type="button"
      onClick={act(async () => {
        const { writeTemplate } = await import('@baosong/shared/workbook/templates.ts');
        downloadWorkbook(await writeTemplate(kind), `${recordKindLabels[kind]}导入模板.xlsx`);
        return undefined;
      })}
    >
      {recordKindLabels[kind]}导入模板
    </button>
  );
}

export function ImportPlace(props: {
  readonly records: readonly CreditRecord[];
  readonly settings: Settings;
  readonly now: Date;
}) {
  const { records, settings, now } = props;
  const rows = useLive(readWaitingRows);
  const years = useLive(readCalendarYears);
  const [sheets, setSheets] = useState<readonly ImportedSheet[]>([]);
  const today = shanghaiDate(now.toISOString());
  const relay = useLive(readUnitReports);
  const knowledge = useMemo(
    () => knowledgeOf(knownDecisions(records, relay?.records ?? []), settings.unit),
    [records, relay, settings.unit],
  );
  const checked = useMemo(
    () => checkRows(rows ?? [], knowledge, checkContextOf(settings, years ?? [], today)),
    [rows, knowledge, settings, years, today],
  );

  if (!rows || !years || !relay) return <PlaceHeader place="import" />;
  return (
    <>
      <PlaceHeader place="import">
        {doublePublicityKinds.map((kind) => (
          <TemplateDownload key={kind} kind={kind} />
        ))}
      </PlaceHeader>
      <div class="stack">
        <FileDrop
          format="xlsx"
          label="选择要报送的 Excel 文件"
          hint="把 .xlsx 文件拖到这里，或点这里选择。列的顺序、名称不必与标准一致；许可和处罚可以放在同一个文件的不同表里。"
          onFile={async (file) => {
            const { importRecords } = await import('@baosong/shared/workbook/import.ts');
            const read = await importRecords(new Uint8Array(await file.arrayBuffer()));
            const waiting = waitingRows(file.name, read);
            await addWaitingRows(waiting);
            setSheets(read);
            return `读入 ${waiting.length} 行，请核对后加入台账。`;
          }}
        />
        {sheets.length > 0 ? <Mapping sheets={sheets} /> : null}
        {checked.length > 0 ? (
          <ImportRows
            rows={checked}
            onTakeIn={async (chosen) => {
              await takeIn(chosen, signature(settings), new Date().toISOString());
              tellBackground();
              return `已把 ${chosen.length} 条加入台账，状态为待报。打开报送网页，点工具栏的「报送」图标逐条填入。`;
            }}
            onDiscard={async (chosen) => {
              await removeWaitingRows(chosen.map((row) => row.id));
              return `已移除 ${chosen.length} 行，Excel 文件不受影响。`;
            }}
          />
        ) : null}
        <Outcomes records={records} />
      </div>
    </>
  );
}
