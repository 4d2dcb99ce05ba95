/** Welcome (欢迎): opens once after the installation and leads through the set-up. */
import { openDesk } from '../../features/pages.ts';
import { isSetUp } from '../../features/settings/settings.ts';
import { act, Notices } from '../../ui/act.tsx';
import { useNow, useSettings } from '../../ui/live.ts';
import { ProfileForm } from '../../ui/profile-form.tsx';
import { RelayForm } from '../../ui/relay-form.tsx';
import { Sites } from '../../ui/sites.tsx';

export function Welcome() {
  const settings = useSettings();
  const now = useNow();
  if (!settings) return <main class="welcome" />;
  return (
    <main class="welcome">
      <h1>欢迎使用报送</h1>
      <p>
        报送在信用信息报送网页上核验关键字段、从 Excel
        和模板填写、记录已报送的内容，并提醒周五零报送。 提交始终由您自己点；台账只存在这台电脑上。
      </p>
      <Notices />
      <ol>
        <li class="card stack">
          <h2>一、固定图标</h2>
          <p>点浏览器右上角的拼图图标，找到「报送」，点旁边的图钉，以后从工具栏一点就开。</p>
        </li>
        <li class="card stack">
          <h2>二、单位和经办人{settings.unit && settings.clerk !== '' ? '（已填写）' : ''}</h2>
          <ProfileForm key={JSON.stringify(settings.unit)} settings={settings} now={now} />
        </li>
        <li class="card stack">
          <h2>三、接入报送中继（选做）</h2>
          <p class="quiet">
            信用中心或单位信息科设有报送中继时，凭接入码接入，用于统计；没有就跳过，其他功能不受影响。
          </p>
          <RelayForm settings={settings} now={now} />
        </li>
        <li class="card stack">
          <h2>四、启用报送网站</h2>
          <p class="quiet">
            只在您启用的网站上工作。也可以以后打开报送网页时，再从工具栏图标启用。
          </p>
          <Sites settings={settings} />
        </li>
      </ol>
      <button
        type="button"
        class="primary"
        disabled={!isSetUp(settings)}
        onClick={act(async () => {
          await openDesk('import');
          return undefined;
        })}
      >
        完成，去导入要报送的记录
      </button>
    </main>
  );
}
