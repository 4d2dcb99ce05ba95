/** Explanations of rejections that this unit wrote or took in: to look through, pass on, and take in from others. */
import { useState } from 'preact/hooks';
import type { OwnExplanation } from '@baosong/shared/rejections/explanation.ts';
import { explanationKey } from '@baosong/shared/rejections/explanation.ts';
import {
  mergeExplanations,
  readExplanations,
  writeExplanations,
} from '@baosong/shared/rejections/file.ts';
import type { ExplanationClash } from '@baosong/shared/rejections/file.ts';
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import type { Settings } from '../../features/settings/settings.ts';
import {
  putExplanations,
  readOwnExplanations,
  removeExplanation,
} from '../../store/explanations.ts';
import { act } from '../../ui/act.tsx';
import { downloadJson } from '../../ui/download.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { useLive } from '../../ui/live.ts';

function rejectionIn({ code, message }: OwnExplanation): string {
  return [code, message].filter((part) => part !== '').join(' ');
}

function Clash(props: { readonly clash: ExplanationClash; readonly onSettled: () => void }) {
  const { present, incoming } = props.clash;
  const name = rejectionIn(present);
  return (
    <li class="card stack" aria-label={`两份说明：${name}`}>
      <strong>{name}</strong>
      <dl>
        <div>
          <dt>本机（{present.origin.name}）</dt>
          <dd>
            {present.meaning}
            {present.advice}
          </dd>
        </div>
        <div>
          <dt>文件（{incoming.origin.name}）</dt>
          <dd>
            {incoming.meaning}
            {incoming.advice}
          </dd>
        </div>
      </dl>
      <div class="row">
        <button type="button" onClick={props.onSettled}>
          保留本机的
        </button>
        <button
          type="button"
          onClick={act(async () => {
            await putExplanations([incoming]);
            props.onSettled();
            return `已改用文件里的说明：${name}`;
          })}
        >
          改用文件里的
        </button>
      </div>
    </li>
  );
}

export function Explanations({ settings }: { settings: Settings }) {
  const own = useLive(readOwnExplanations);
  const [clashes, setClashes] = useState<readonly ExplanationClash[]>([]);
  if (!own) return null;
  return (
    <section class="card stack" aria-label="退回原因说明">
      <h2>退回原因说明</h2>
      <p class="quiet">
        平台退回记录时，台账会解释原因。词典里没有的，可以在退回的记录里写说明；写好的可以导出给其他单位，也可以导入别人写的。
      </p>
      {own.length === 0 ? (
        <p>还没有自己写的说明。</p>
      ) : (
        <div class="scroll">
          <table aria-label="自己写的和导入的说明">
            <thead>
              <tr>
                <th scope="col">平台代码和提示</th>
                <th scope="col">意思</th>
                <th scope="col">怎么办</th>
                <th scope="col">来源</th>
                <th scope="col">
                  <span class="quiet">操作</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {own.map((explanation) => (
                <tr key={explanationKey(explanation)}>
                  <td>{rejectionIn(explanation)}</td>
                  <td>{explanation.meaning}</td>
                  <td>{explanation.advice}</td>
                  <td>{explanation.origin.name}</td>
                  <td class="fit">
                    <button
                      type="button"
                      class="danger"
                      aria-label={`删除说明${rejectionIn(explanation)}`}
                      onClick={act(async () => {
                        await removeExplanation(explanation);
                        return '已删除说明。';
                      })}
                    >
                      删除
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div class="row">
        <button
          type="button"
          disabled={own.length === 0}
          onClick={act(() => {
            const at = new Date().toISOString();
            const origin = { kind: 'unit', name: settings.unit?.name ?? '本单位' } as const;
            downloadJson(
              writeExplanations(own, origin, at),
              `退回原因说明-${shanghaiDate(at)}.json`,
            );
            return Promise.resolve(undefined);
          })}
        >
          导出说明（{own.length} 条）
        </button>
      </div>
      <FileDrop
        format="json"
        label="导入退回原因说明"
        hint="选择其他单位或信用中心给的 .json 文件。与本机不同的说明会列出来，由您选用。"
        onFile={async (file) => {
          const { explanations } = readExplanations(await file.text());
          const { fresh, known, clashes: found } = mergeExplanations(own, explanations);
          await putExplanations(fresh);
          setClashes(found);
          return `导入 ${fresh.length} 条，已有 ${known.length} 条，与本机不同 ${found.length} 条${found.length > 0 ? '，请逐条选用' : ''}。`;
        }}
      />
      {clashes.length > 0 ? (
        <ul class="stack" aria-label="与本机不同的说明">
          {clashes.map((clash) => (
            <Clash
              key={explanationKey(clash.incoming)}
              clash={clash}
              onSettled={() => {
                setClashes((open) => open.filter((each) => each !== clash));
              }}
            />
          ))}
        </ul>
      ) : null}
    </section>
  );
}
