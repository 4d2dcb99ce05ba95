/** The sites on which Baosong runs: granting those of the jurisdiction, and taking grants back. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { jurisdictionOf } from '../features/settings/jurisdictions.ts';
import type { Settings } from '../features/settings/settings.ts';
import { act, failure, sentenceOf } from './act.tsx';

function useGranted(): readonly string[] {
  const [granted, setGranted] = useState<readonly string[]>([]);
  useEffect(() => {
    const read = (): void => {
      browser.permissions.getAll().then(
        ({ origins = [] }) => {
          setGranted(origins);
        },
        (error: unknown) => {
          failure.value = sentenceOf(error);
        },
      );
    };
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);
  return granted;
}

export function Sites({ settings }: { settings: Settings }) {
  const granted = useGranted();
  const manifest = browser.runtime.getManifest() as { readonly host_permissions?: string[] };
  const builtIn = manifest.host_permissions ?? [];
  const { channels } = jurisdictionOf(settings.jurisdiction);
  const offered = channels.filter((channel) => !granted.includes(channel.matchPattern));
  return (
    <div class="stack">
      {granted.length === 0 ? (
        <p class="quiet">
          还没有启用任何网站。打开报送平台的网页，点工具栏的「报送」图标，再点「在此网站启用」。
        </p>
      ) : (
        <ul class="stack" aria-label="已启用的网站">
          {granted.map((pattern) => (
            <li key={pattern} class="row">
              <span class="grow">
                {pattern}
                <span class="quiet">
                  {' '}
                  {channels.find((channel) => channel.matchPattern === pattern)?.name ?? ''}
                </span>
              </span>
              {builtIn.includes(pattern) ? (
                <span class="quiet">随扩展内置</span>
              ) : (
                <button
                  type="button"
                  aria-label={`停用 ${pattern}`}
                  onClick={act(async () => {
                    await browser.permissions.remove({ origins: [pattern] });
                    return `已停用 ${pattern}。已打开的网页刷新后生效。`;
                  })}
                >
                  停用
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {offered.length > 0 ? (
        <>
          <h3>{jurisdictionOf(settings.jurisdiction).name}的报送渠道</h3>
          <ul class="stack" aria-label="可启用的报送渠道">
            {offered.map(({ id, name, purpose, origin, matchPattern }) => (
              <li key={id} class="row">
                <span class="grow">
                  <strong>{name}</strong> {origin}
                  <br />
                  <span class="quiet">{purpose}</span>
                </span>
                <button
                  type="button"
                  aria-label={`启用${name}`}
                  onClick={act(async () => {
                    const agreed = await browser.permissions.request({ origins: [matchPattern] });
                    return agreed ? `已启用${name}。` : '未启用：浏览器没有得到同意。';
                  })}
                >
                  启用
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
