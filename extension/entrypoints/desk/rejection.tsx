/** Why a record was sent back: what the platform's answer means, what to do, and which field to look at. */
import { useState } from 'preact/hooks';
import { explain, codeOf } from '@baosong/shared/rejections/explain.ts';
import type { Explained } from '@baosong/shared/rejections/explain.ts';
import { certaintyLabels } from '@baosong/shared/rejections/explanation.ts';
import type { OwnExplanation } from '@baosong/shared/rejections/explanation.ts';
import { acceptExplanation } from '@baosong/shared/rejections/file.ts';
import { messagePattern, normalizeMessage } from '@baosong/shared/rejections/message.ts';
import { latestRevision } from '@baosong/shared/records/record.ts';
import type { CreditRecord, Outcome } from '@baosong/shared/records/record.ts';
import { fieldOf, standards } from '@baosong/shared/standards/index.ts';
import type { FieldId, DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import type { Settings } from '../../features/settings/settings.ts';
import { readOwnExplanations, rewriteExplanation } from '../../store/explanations.ts';
import { act } from '../../ui/act.tsx';
import { useLive } from '../../ui/live.ts';

function labelOf(kind: DoublePublicityKind, id: FieldId): string {
  return fieldOf(kind, id)?.label ?? id;
}

function isField(id: FieldId | ''): id is FieldId {
  return id !== '';
}

function sourceOf(explained: Explained): string {
  if (explained.by === 'dictionary') {
    return `${explained.source}（${certaintyLabels[explained.certainty]}）`;
  }
  const { kind, name } = explained.explanation.origin;
  return `${name}${kind === 'centre' ? '（信用中心）' : ''}所写`;
}

/** The pattern to begin with: what the platform said, without the name of the subject. */
function patternFor(message: string, record: CreditRecord): string {
  const name = normalizeMessage(latestRevision(record).values.subjectName ?? '');
  const said = normalizeMessage(message);
  return messagePattern(name === '' ? said : said.replaceAll(name, '*'));
}

function ExplanationForm(props: {
  readonly record: CreditRecord;
  readonly outcome: Outcome;
  readonly settings: Settings;
  readonly present: OwnExplanation | null;
  readonly onClose: () => void;
}) {
  const { record, outcome, settings, present, onClose } = props;
  const [code, setCode] = useState(present?.code ?? codeOf(outcome));
  const [message, setMessage] = useState(
    present?.message ?? patternFor(outcome.message ?? '', record),
  );
  const [meaning, setMeaning] = useState(present?.meaning ?? '');
  const [advice, setAdvice] = useState(present?.advice ?? '');
  const [field, setField] = useState<FieldId | ''>(present?.fields[0] ?? '');
  return (
    <form
      class="stack"
      aria-label="写退回原因说明"
      onSubmit={act(async () => {
        const explanation = acceptExplanation({
          code,
          message,
          meaning,
          advice,
          // Further fields that a file brought along stay behind the first.
          fields:
            field === (present?.fields[0] ?? '')
              ? (present?.fields ?? [])
              : [field].filter(isField),
          origin: { kind: 'unit', name: settings.unit?.name ?? '本单位' },
          at: new Date().toISOString(),
        });
        await rewriteExplanation(present, explanation);
        onClose();
        return '已记下说明，以后遇到同样的退回会自动显示。';
      })}
    >
      <div class="row">
        <label class="row">
          平台代码
          <input
            type="text"
            size={10}
            maxLength={20}
            value={code}
            onInput={(event) => {
              setCode(event.currentTarget.value);
            }}
          />
        </label>
        <label class="row grow">
          平台提示
          <input
            type="text"
            class="grow"
            maxLength={200}
            value={message}
            onInput={(event) => {
              setMessage(event.currentTarget.value);
            }}
          />
        </label>
      </div>
      <p class="quiet">
        两项都相符才会显示这条说明，留空的不比较。提示里会变的内容（人名、企业名）请改成 *，#
        代表数字。
      </p>
      <label class="stack">
        意思
        <textarea
          required
          maxLength={500}
          rows={2}
          value={meaning}
          onInput={(event) => {
            setMeaning(event.currentTarget.value);
          }}
        />
      </label>
      <label class="stack">
        怎么办
        <textarea
          required
          maxLength={500}
          rows={2}
          value={advice}
          onInput={(event) => {
            setAdvice(event.currentTarget.value);
          }}
        />
      </label>
      <div class="row">
        <label class="row grow">
          看哪个字段
          <select
            value={field}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              setField(standards[record.kind].fields.find(({ id }) => id === chosen)?.id ?? '');
            }}
          >
            <option value="">不限于某个字段</option>
            {standards[record.kind].fields.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="primary">
          保存说明
        </button>
        <button type="button" onClick={onClose}>
          取消
        </button>
      </div>
    </form>
  );
}

/** What is known about the rejection that decides the state of a record. */
export function RejectionNote(props: {
  readonly record: CreditRecord;
  readonly outcome: Outcome;
  readonly settings: Settings;
}) {
  const { record, outcome, settings } = props;
  const own = useLive(readOwnExplanations);
  const [writing, setWriting] = useState(false);
  if (!own) return null;
  const explained = explain(outcome, record.kind, own);
  const said = [outcome.code, outcome.message].filter((part) => (part ?? '') !== '').join(' ');
  return (
    <section class="stack" aria-label="退回原因">
      <h3>退回原因</h3>
      <p class="notice bad">平台说：{said === '' ? '没有说明原因' : said}</p>
      {explained ? (
        <dl>
          <div>
            <dt>意思</dt>
            <dd>{explained.meaning}</dd>
          </div>
          <div>
            <dt>怎么办</dt>
            <dd>{explained.advice}</dd>
          </div>
          {explained.fields.length > 0 ? (
            <div>
              <dt>先看</dt>
              <dd>{explained.fields.map((id) => labelOf(record.kind, id)).join('、')}</dd>
            </div>
          ) : null}
          <div>
            <dt>依据</dt>
            <dd class="quiet">{sourceOf(explained)}</dd>
          </div>
        </dl>
      ) : said === '' ? null : (
        <p>还没有人解释过这条提示。弄清原因以后，请写下说明，下次同事遇到就不用再问。</p>
      )}
      {writing ? (
        <ExplanationForm
          record={record}
          outcome={outcome}
          settings={settings}
          present={explained?.by === 'own' ? explained.explanation : null}
          onClose={() => {
            setWriting(false);
          }}
        />
      ) : said === '' ? null : (
        <button
          type="button"
          onClick={() => {
            setWriting(true);
          }}
        >
          {explained?.by === 'own' ? '修改说明' : explained ? '说明不合适，自己写' : '写说明'}
        </button>
      )}
    </section>
  );
}
