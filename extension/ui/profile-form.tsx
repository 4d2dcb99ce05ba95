/** Who reports: the unit, what it reports, and the clerk. */
import { useState } from 'preact/hooks';
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { platformProfiles } from '@baosong/shared/jurisdictions/platform-profiles.ts';
import * as uscc from '@baosong/shared/identifiers/uscc.ts';
import { recordKindLabels, doublePublicityKinds } from '@baosong/shared/standards/index.ts';
import type { DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import { jurisdictions } from '../features/settings/jurisdictions.ts';
import { kindsOf, saveProfile, sinceAfter } from '../features/settings/settings.ts';
import type { Settings, Unit } from '../features/settings/settings.ts';
import { act } from './act.tsx';

const cycleLabels = { weekly: '每周', monthly: '每月', perDecision: '逐件' } as const;

/** The names of the items, one on each line. */
function itemsIn(text: string): string[] {
  const names = text.split('\n').map((line) => line.trim().slice(0, 60));
  return [...new Set(names.filter((name) => name !== ''))];
}

function catalogueWords({
  name,
  cycle,
  effectiveFrom,
  effectiveUntil,
}: NonNullable<Unit['catalogue']>[number]): string {
  const from = effectiveFrom === null ? '' : `，${effectiveFrom}起`;
  const until = effectiveUntil === null ? '' : `，至${effectiveUntil}`;
  return `${name}（${cycleLabels[cycle]}${from}${until}）`;
}

export function ProfileForm(props: { readonly settings: Settings; readonly now: Date }) {
  const { settings, now } = props;
  const [name, setName] = useState(settings.unit?.name ?? '');
  const [code, setCode] = useState(settings.unit?.unifiedSocialCreditCode ?? '');
  const [kinds, setKinds] = useState<readonly DoublePublicityKind[]>(kindsOf(settings));
  const [otherItems, setOtherItems] = useState((settings.unit?.otherItems ?? []).join('\n'));
  const [clerk, setClerk] = useState(settings.clerk);
  const [office, setOffice] = useState(settings.office);
  const [jurisdiction, setJurisdiction] = useState(settings.jurisdiction);
  const [platformProfile, setPlatformProfile] = useState(settings.platformProfile);
  const catalogue = settings.unit?.catalogue;
  const codeIsWrong = code.trim() !== '' && !uscc.isValid(uscc.normalize(code));
  const suggestion = codeIsWrong ? uscc.suggest(code) : null;

  return (
    <form
      class="stack"
      aria-label="单位和经办人"
      onSubmit={act(async () => {
        const items = itemsIn(otherItems);
        const today = shanghaiDate(now.toISOString());
        if (kinds.length === 0 && catalogue === undefined)
          throw new Error('请至少勾选一类本单位要报送的信息。');
        await saveProfile({
          unit: {
            name: name.trim(),
            unifiedSocialCreditCode: uscc.normalize(code),
            kinds,
            otherItems: items,
            ...(catalogue && { catalogue }),
            since: sinceAfter(settings.unit, [...kinds, ...items], today),
          },
          clerk: clerk.trim(),
          office: office.trim(),
          jurisdiction,
          platformProfile,
          setUpOn: settings.setUpOn ?? today,
        });
        return '已保存。从本周起提醒到期的报送。';
      })}
    >
      <div class="fields">
        <label for="unit-name">单位名称</label>
        <input
          id="unit-name"
          type="text"
          required
          maxLength={100}
          placeholder="与公章一致的全称"
          value={name}
          onInput={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        <label for="unit-code">统一社会信用代码</label>
        <input
          id="unit-code"
          type="text"
          maxLength={24}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={codeIsWrong}
          aria-describedby="unit-code-hint"
          value={code}
          onInput={(event) => {
            setCode(event.currentTarget.value);
          }}
        />
        <p id="unit-code-hint" class="hint">
          {codeIsWrong
            ? `校验位不对，请核对。${suggestion === null ? '' : `是不是 ${suggestion}？`}`
            : '单位自己的代码，18 位。'}
        </p>
        <span class="label">报送的信息</span>
        <div class="row" role="group" aria-label="报送的信息">
          {doublePublicityKinds.map((kind) => (
            <label key={kind} class="row">
              <input
                type="checkbox"
                checked={kinds.includes(kind)}
                disabled={catalogue !== undefined}
                onChange={(event) => {
                  const wanted = event.currentTarget.checked;
                  setKinds(
                    doublePublicityKinds.filter((k) => (k === kind ? wanted : kinds.includes(k))),
                  );
                }}
              />
              {recordKindLabels[kind]}
            </label>
          ))}
        </div>
        {catalogue === undefined ? null : (
          <p class="hint">
            报送目录由报送中继的管理员维护：{catalogue.map(catalogueWords).join('；') || '没有事项'}
            。
          </p>
        )}
        <label for="other-items">每月报送的事项</label>
        <textarea
          id="other-items"
          rows={2}
          maxLength={2000}
          placeholder="双公示以外，本单位目录中的其他信用信息，每行一项，如 荣誉表彰信息"
          aria-describedby="other-items-hint"
          value={otherItems}
          onInput={(event) => {
            setOtherItems(event.currentTarget.value);
          }}
        />
        <p id="other-items-hint" class="hint">
          当月没有信息的，25日前要向信用信息中心零报送；本单位目录中没有这类事项的，留空。
        </p>
        <label for="clerk">经办人</label>
        <input
          id="clerk"
          type="text"
          required
          maxLength={30}
          value={clerk}
          onInput={(event) => {
            setClerk(event.currentTarget.value);
          }}
        />
        <label for="office">科室</label>
        <input
          id="office"
          type="text"
          maxLength={30}
          placeholder="选填，如 许可科"
          value={office}
          onInput={(event) => {
            setOffice(event.currentTarget.value);
          }}
        />
        <label for="jurisdiction">所在地</label>
        <select
          id="jurisdiction"
          value={jurisdiction}
          onChange={(event) => {
            setJurisdiction(event.currentTarget.value);
          }}
        >
          {jurisdictions.map(({ id, name: title, basis }) => (
            <option key={id} value={id}>
              {title}
              {basis === null ? '（演练）' : `（${basis}）`}
            </option>
          ))}
        </select>
        <label for="platform-profile">平台附加规则</label>
        <select
          id="platform-profile"
          aria-describedby="platform-profile-hint"
          value={platformProfile ?? ''}
          onChange={(event) => {
            setPlatformProfile(event.currentTarget.value || null);
          }}
        >
          <option value="">随所在地</option>
          {platformProfiles.map(({ id, name: title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
        <p id="platform-profile-hint" class="hint">
          有的平台比国家标准收得更窄。选了平台，核验时会另外注明“本平台”会拒绝什么。
        </p>
      </div>
      <button type="submit" class="primary">
        保存
      </button>
    </form>
  );
}
