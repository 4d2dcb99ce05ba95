/** Site profiles (网站识别方案): what was taught, renamed and removed, handed on and taken in as a file. */
import { useState } from 'preact/hooks';
import { recordKindLabels } from '@baosong/shared/standards/index.ts';
import { readProfileFile, writeProfiles } from '../features/teach/profile-file.ts';
import type { SiteProfile } from '../form/profile.ts';
import { toBackground } from '../messages.ts';
import { putProfiles, readProfiles, removeProfile, renameProfile } from '../store/profiles.ts';
import { act } from './act.tsx';
import { downloadJson } from './download.ts';
import { useLive } from './live.ts';

const tellFrames = async (): Promise<void> => {
  await toBackground('desk/profiles-changed', {});
};

function Profile({ profile }: { profile: SiteProfile }) {
  const [name, setName] = useState<string | null>(null);
  const taught = profile.controls.filter(({ meaning }) => meaning !== null).length;
  return (
    <li class="row">
      {name === null ? (
        <span class="grow">
          <strong>{profile.name}</strong> {recordKindLabels[profile.kind]}
          <br />
          <span class="quiet">
            {profile.origin}
            {profile.route} · 指认 {taught} 项栏目、{profile.buttons.length} 个按钮
          </span>
        </span>
      ) : (
        <form
          class="row grow"
          onSubmit={act(async () => {
            await renameProfile(profile.id, name.trim());
            await tellFrames();
            setName(null);
            return '已改名。';
          })}
        >
          <input
            type="text"
            class="grow"
            aria-label="方案名称"
            required
            maxLength={40}
            value={name}
            onInput={(event) => {
              setName(event.currentTarget.value);
            }}
          />
          <button type="submit" class="primary">
            保存
          </button>
        </form>
      )}
      <button
        type="button"
        aria-label={`改名 ${profile.name}`}
        onClick={() => {
          setName(name === null ? profile.name : null);
        }}
      >
        {name === null ? '改名' : '取消'}
      </button>
      <button
        type="button"
        aria-label={`删除 ${profile.name}`}
        onClick={act(async () => {
          await removeProfile(profile.id);
          await tellFrames();
          return `已删除「${profile.name}」，这个表单以后按自动识别处理。`;
        })}
      >
        删除
      </button>
    </li>
  );
}

export function SiteProfiles() {
  const profiles = useLive(readProfiles) ?? [];
  return (
    <div class="stack">
      {profiles.length === 0 ? (
        <p class="quiet">
          还没有。自动识别没有把握时，打开填报页面，点工具栏的「报送」图标，再点「教它认这个表单」。
        </p>
      ) : (
        <ul class="stack" aria-label="识别方案">
          {profiles.map((profile) => (
            <Profile key={profile.id} profile={profile} />
          ))}
        </ul>
      )}
      <div class="row">
        <button
          type="button"
          disabled={profiles.length === 0}
          onClick={act(() => {
            downloadJson(writeProfiles(profiles), '报送识别方案.json');
            return Promise.resolve(`已导出 ${profiles.length} 个识别方案，其中没有任何填写内容。`);
          })}
        >
          导出
        </button>
        <label class="button">
          导入
          <input
            type="file"
            hidden
            aria-label="导入识别方案"
            accept=".json,application/json"
            onChange={(event) => {
              const input = event.currentTarget;
              const file = input.files?.[0];
              if (!file) return;
              act(async () => {
                const taken = readProfileFile(await file.text());
                await putProfiles(taken);
                await tellFrames();
                return `已导入 ${taken.length} 个识别方案。`;
              })();
              // The same file, mended, may be chosen again.
              input.value = '';
            }}
          />
        </label>
      </div>
    </div>
  );
}
