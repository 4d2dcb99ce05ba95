/** Settings (设置): the unit and its clerk, the relay, the sites, explanations of rejections. */
import type { Settings } from '../../features/settings/settings.ts';
import { ProfileForm } from '../../ui/profile-form.tsx';
import { RelayForm } from '../../ui/relay-form.tsx';
import { SiteProfiles } from '../../ui/site-profiles.tsx';
import { Sites } from '../../ui/sites.tsx';
import { Explanations } from './explanations.tsx';
import { PlaceHeader } from './place-header.tsx';

export function SettingsPlace(props: { readonly settings: Settings; readonly now: Date }) {
  const { settings, now } = props;
  return (
    <>
      <PlaceHeader place="settings" />
      <div class="stack">
        <section class="card stack" aria-label="单位和经办人">
          <h2>单位和经办人</h2>
          {/* Enrolment changes the unit from outside: the form then begins anew. */}
          <ProfileForm key={JSON.stringify(settings.unit)} settings={settings} now={now} />
        </section>
        <section class="card stack" aria-label="报送中继">
          <h2>报送中继</h2>
          <RelayForm settings={settings} now={now} />
        </section>
        <section class="card stack" aria-label="启用的网站">
          <h2>启用的网站</h2>
          <p class="quiet">只在启用的网站上核验、填写和记录；其他网站完全不受影响。</p>
          <Sites settings={settings} />
        </section>
        <Explanations settings={settings} />
        <section class="card stack" aria-label="网站识别方案">
          <h2>网站识别方案</h2>
          <p class="quiet">
            教过的表单先按这里的方案识别，其余栏目自动识别。方案里只有栏目的名称和位置，没有填写的内容，可以导出给别的电脑使用。
          </p>
          <SiteProfiles />
        </section>
      </div>
    </>
  );
}
