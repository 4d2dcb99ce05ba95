/** Filling the form on the page: from the next record that waits, or from a template. */
import { useState } from 'preact/hooks';
import { uuidv7 } from 'uuidv7';
import { latestRevision } from '@baosong/shared/records/record.ts';
import type { CreditRecord } from '@baosong/shared/records/record.ts';
import { fieldOf, recordKindLabels } from '@baosong/shared/standards/index.ts';
import type { FieldId, DoublePublicityKind, RecordValues } from '@baosong/shared/standards/index.ts';
import { toEngine } from '../../messages.ts';
import type { Answer, FillResult } from '../../messages.ts';
import { currentStep, keepRound, passOver, titleOf } from '../../features/batch/round.ts';
import { openDesk } from '../../features/pages.ts';
import { templateValues } from '../../features/templates/template.ts';
import { putTemplate, readTemplates } from '../../store/templates.ts';
import { act } from '../../ui/act.tsx';
import { useLive } from '../../ui/live.ts';
import type { FormFrame } from './page.ts';

type Filled = Answer<'engine/fill'>;

function labels(kind: DoublePublicityKind, results: Filled['results'], wanted: FillResult): string[] {
  return Object.entries(results).flatMap(([id, result]) =>
    result === wanted ? [fieldOf(kind, id as FieldId)?.label ?? id] : [],
  );
}

function FillReport({ kind, filled }: { kind: DoublePublicityKind; filled: Filled }) {
  const refused = labels(kind, filled.results, 'refused');
  const manual = labels(kind, filled.results, 'manual');
  const errors = filled.findings.filter((finding) => finding.level === 'error').length;
  const clean = refused.length + manual.length + errors === 0;
  return (
    <div class={`notice ${clean ? 'good' : 'warn'}`} role="status">
      已填 {labels(kind, filled.results, 'filled').length} 项。
      {refused.length > 0 ? `页面拒收：${refused.join('、')}。` : ''}
      {manual.length > 0 ? `需手工填写：${manual.join('、')}。` : ''}
      {errors > 0 ? `还有 ${errors} 处错误，请在网页上查看。` : ''}
      {clean ? '请核对后在网页上提交。' : ''}
    </div>
  );
}

export function Filling(props: {
  readonly tabId: number;
  readonly form: FormFrame;
  readonly records: readonly CreditRecord[];
  readonly onFilled: () => void;
}) {
  const { tabId, form, records, onFilled } = props;
  const kind = form.status.kind ?? 'licence';
  const step = useLive(async () => currentStep(kind, records), [kind, records]);
  const templates = useLive(readTemplates)?.filter((template) => template.kind === kind) ?? [];
  const [chosen, setChosen] = useState('');
  const [name, setName] = useState('');
  const [naming, setNaming] = useState(false);
  const [filled, setFilled] = useState<Filled | null>(null);

  const fill = async (values: RecordValues, recordId: string | null): Promise<void> => {
    setFilled(null);
    setFilled(await toEngine(tabId, form.frameId, 'engine/fill', { values, recordId }));
    onFilled();
  };
  const template = templates.find((item) => item.id === chosen) ?? templates[0];

  return (
    <section class="card stack" aria-label="填写">
      <h2>填写{recordKindLabels[kind]}</h2>
      {filled ? <FillReport kind={kind} filled={filled} /> : null}
      {step ? (
        <div class="stack">
          <p>
            下一条：<strong>{titleOf(step.record)}</strong>
          </p>
          <div class="row">
            <button
              type="button"
              class="primary grow"
              onClick={act(async () => {
                await keepRound(kind, records);
                await fill(latestRevision(step.record).values, step.recordId);
                return undefined;
              })}
            >
              填入下一条（{step.position}/{step.total}）
            </button>
            <button
              type="button"
              onClick={act(async () => {
                await passOver(kind, records);
                setFilled(null);
                return undefined;
              })}
            >
              跳过
            </button>
          </div>
        </div>
      ) : (
        <p class="quiet">
          台账里没有待报的{recordKindLabels[kind]}。{' '}
          <button
            type="button"
            class="plain"
            onClick={act(async () => {
              await openDesk('import');
              return undefined;
            })}
          >
            从 Excel 导入
          </button>
        </p>
      )}
      {template ? (
        <div class="row">
          <select
            class="grow"
            aria-label="模板"
            value={template.id}
            onChange={(event) => {
              setChosen(event.currentTarget.value);
            }}
          >
            {templates.map(({ id, name: title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
          <button
            type="button"
            onClick={act(async () => {
              await fill(template.values, null);
              return undefined;
            })}
          >
            从模板填写
          </button>
        </div>
      ) : null}
      {naming ? (
        <form
          class="row"
          onSubmit={act(async () => {
            const read = await toEngine(tabId, form.frameId, 'engine/read', {});
            const values = templateValues(kind, read.values);
            if (Object.keys(values).length === 0) {
              throw new Error('表单里还没有可以存为模板的内容，请先填写许可机关、类别等固定内容。');
            }
            await putTemplate({
              id: uuidv7(),
              kind,
              name: name.trim(),
              updatedAt: new Date().toISOString(),
              values,
            });
            setNaming(false);
            setName('');
            return `已存为模板「${name.trim()}」，不含行政相对人、文书号和日期。`;
          })}
        >
          <input
            type="text"
            class="grow"
            aria-label="模板名称"
            placeholder="模板名称，如 食品经营许可"
            required
            maxLength={30}
            value={name}
            onInput={(event) => {
              setName(event.currentTarget.value);
            }}
          />
          <button type="submit" class="primary">
            保存
          </button>
          <button
            type="button"
            onClick={() => {
              setNaming(false);
            }}
          >
            取消
          </button>
        </form>
      ) : (
        <button
          type="button"
          onClick={() => {
            setNaming(true);
          }}
        >
          存为模板
        </button>
      )}
    </section>
  );
}
