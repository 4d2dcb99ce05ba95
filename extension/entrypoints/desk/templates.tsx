/** Templates (模板): what is the same from one decision to the next, saved from a form. */
import { recordKindLabels } from '@baosong/shared/standards/index.ts';
import { putTemplate, readTemplates, removeTemplate } from '../../store/templates.ts';
import type { Template } from '../../store/templates.ts';
import { act } from '../../ui/act.tsx';
import { moment } from '../../ui/format.ts';
import { useLive } from '../../ui/live.ts';
import { RecordValuesList } from '../../ui/record-values.tsx';
import { PlaceHeader } from './place-header.tsx';

function TemplateCard({ template }: { template: Template }) {
  return (
    <li class="card stack">
      <div class="row">
        <label class="row grow">
          名称
          <input
            type="text"
            class="grow"
            maxLength={30}
            value={template.name}
            onChange={(event) => {
              const name = event.currentTarget.value.trim();
              if (name === '') return;
              act(async () => {
                await putTemplate({ ...template, name, updatedAt: new Date().toISOString() });
                return '已改名。';
              })();
            }}
          />
        </label>
        <span class="badge">{recordKindLabels[template.kind]}</span>
        <span class="quiet">{moment(template.updatedAt)}</span>
        <button
          type="button"
          class="danger"
          aria-label={`删除模板${template.name}`}
          onClick={act(async () => {
            await removeTemplate(template.id);
            return `已删除模板「${template.name}」。`;
          })}
        >
          删除
        </button>
      </div>
      <details>
        <summary>内容（{Object.keys(template.values).length} 项）</summary>
        <div class="detail">
          <RecordValuesList kind={template.kind} values={template.values} />
        </div>
      </details>
    </li>
  );
}

export function TemplatesPlace() {
  const templates = useLive(readTemplates);
  if (!templates) return <PlaceHeader place="templates" />;
  return (
    <>
      <PlaceHeader place="templates" />
      {templates.length === 0 ? (
        <div class="card empty">
          <strong>还没有模板</strong>
          在报送网页上填好机关名称、类别、依据等固定内容，点浏览器工具栏的「报送」图标，再点「存为模板」。
          行政相对人、文书号和日期不会存入模板。
        </div>
      ) : (
        <ul class="stack" aria-label="模板">
          {templates.map((template) => (
            <TemplateCard key={template.id} template={template} />
          ))}
        </ul>
      )}
    </>
  );
}
