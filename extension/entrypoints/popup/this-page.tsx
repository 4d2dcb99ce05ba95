/** What Baosong sees of the page, or the click that lets it see. */
import { browser } from 'wxt/browser';
import { recordKindLabels } from '@baosong/shared/standards/index.ts';
import { confirmPasswordChanged } from '../../features/first-login/first-login.ts';
import { copyDiagnosis } from '../../features/diagnosis/report.ts';
import { teachTab } from '../../features/teach/start.ts';
import { act } from '../../ui/act.tsx';
import { tellBackground } from '../../messages.ts';
import type { ProfileNote } from '../../form/profile.ts';
import type { PageView } from './page.ts';

function ProfileLine({ note }: { note: ProfileNote | null }) {
  if (note === null) return null;
  return note.state === 'used' ? (
    <p class="quiet">
      按教过的「{note.name}」识别{note.missing > 0 ? `，有 ${note.missing} 项不在页面上` : ''}。
    </p>
  ) : (
    <p class="notice warn">
      这个表单和教过的「{note.name}」不一样，没有采用，已改为自动识别。可以重新教它认。
    </p>
  );
}

function Body({ page, onChange }: { page: PageView | null; onChange: () => void }) {
  if (page === null) return <p class="quiet">这个标签页已经关闭。</p>;
  const { origin, access, form } = page;
  if (access === 'none' || origin === null) {
    return <p class="quiet">这不是报送网页。请打开报送平台的填报页面，再点这里。</p>;
  }
  if (access === 'askable') {
    return (
      <div class="stack">
        <p>
          尚未在 <strong>{origin}</strong>{' '}
          启用。启用后才会核验、填写和记录这个网站上的报送表单，其他网站不受影响。
        </p>
        <button
          type="button"
          class="primary wide"
          onClick={act(async () => {
            const granted = await browser.permissions.request({ origins: [`${origin}/*`] });
            onChange();
            return granted ? '已启用。请刷新网页后开始填报。' : '未启用：浏览器没有得到同意。';
          })}
        >
          在此网站启用
        </button>
      </div>
    );
  }
  if (form === null) {
    return (
      <div class="stack">
        <p class="quiet">已在此网站启用，当前页面没有认出报送表单。打开填报页面后会自动识别。</p>
        <ProfileLine note={page.profile} />
      </div>
    );
  }
  const { kind, fieldsRecognised, fieldsTotal, errors, warnings } = form.status;
  return (
    <div class="stack">
      <p class="row">
        <strong>{kind === null ? '未识别' : recordKindLabels[kind]}</strong>
        <span class="quiet">
          已识别 {fieldsRecognised}/{fieldsTotal} 项
        </span>
        {errors > 0 ? <span class="badge bad">错误 {errors}</span> : null}
        {warnings > 0 ? <span class="badge warn">提醒 {warnings}</span> : null}
        {errors + warnings === 0 ? <span class="badge good">未见问题</span> : null}
      </p>
      <ProfileLine note={page.profile} />
    </div>
  );
}

/** Asked until it is confirmed. */
function PasswordQuestion({ origin, onChange }: { origin: string; onChange: () => void }) {
  return (
    <div class="notice warn">
      <p>
        首次登录后应立即修改平台的初始密码。{origin} 的初始密码改了吗？（报送不读取、不保存密码）
      </p>
      <button
        type="button"
        onClick={act(async () => {
          await confirmPasswordChanged(origin, new Date());
          tellBackground();
          onChange();
          return '已记下。';
        })}
      >
        已修改
      </button>
    </div>
  );
}

export function ThisPage(props: {
  readonly page: PageView | null;
  readonly onChange: () => void;
  /** The popup is a window of its own and stays open. */
  readonly pinned: boolean;
}) {
  const { page, onChange, pinned } = props;
  return (
    <section class="card" aria-label="本页">
      <h2>本页</h2>
      <Body page={page} onChange={onChange} />
      {page?.access === 'granted' ? (
        <div class="row">
          <button
            type="button"
            class="plain"
            onClick={act(async () => {
              await teachTab(page.tabId, page.form?.frameId ?? null);
              if (!pinned) window.close();
              return '请到网页上指认栏目，完成后点「保存」。';
            })}
          >
            教它认这个表单
          </button>
          <button
            type="button"
            class="plain"
            onClick={act(async () => {
              await copyDiagnosis(page.tabId);
              return '已复制诊断信息，可以粘贴给技术支持。其中没有任何填写内容。';
            })}
          >
            复制诊断信息
          </button>
        </div>
      ) : null}
      {page?.asksForPassword === true && page.origin !== null ? (
        <PasswordQuestion origin={page.origin} onChange={onChange} />
      ) : null}
    </section>
  );
}
