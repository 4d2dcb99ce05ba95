/** The popup: this page and one thing to do next, the week, and what is owed. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { onFramesChanged } from '../../features/capture/frames.ts';
import { openDesk, openPinnedPopup, openWelcome } from '../../features/pages.ts';
import { isSetUp } from '../../features/settings/settings.ts';
import { readLedger } from '../../store/records.ts';
import { readZeroReports } from '../../store/zero-reports.ts';
import { act, failure, Notices, sentenceOf } from '../../ui/act.tsx';
import { useLive, useNow, useSettings } from '../../ui/live.ts';
import { Filling } from './filling.tsx';
import { viewPage } from './page.ts';
import type { PageView } from './page.ts';
import { ThisPage } from './this-page.tsx';
import { Week } from './week.tsx';

export function Popup({ pinnedTo }: { pinnedTo: number | null }) {
  const settings = useSettings();
  const ledger = useLive(readLedger);
  const zeroReports = useLive(readZeroReports);
  const now = useNow();
  const [page, setPage] = useState<PageView | null>();
  const records = useMemo(() => ledger?.map((entry) => entry.record), [ledger]);

  const look = useCallback(() => {
    viewPage(pinnedTo).then(setPage, (error: unknown) => {
      failure.value = sentenceOf(error);
    });
  }, [pinnedTo]);
  useEffect(() => {
    look();
    const stopFrames = onFramesChanged(look);
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      stopFrames();
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [look]);

  if (!settings || !records || !zeroReports || page === undefined) return <main class="popup" />;
  const form = page?.form ?? null;
  return (
    <main class="popup">
      <header>
        <h1>报送</h1>
        <p class="quiet">
          {[settings.unit?.name, settings.clerk].filter((part) => part).join(' · ')}
        </p>
        <button
          type="button"
          class="plain"
          onClick={act(async () => {
            await openDesk('ledger');
            return undefined;
          })}
        >
          打开工作台
        </button>
      </header>
      <Notices />
      {isSetUp(settings) ? null : (
        <p class="notice warn">
          还没有填写单位和经办人，到期提醒尚未开始。{' '}
          <button
            type="button"
            onClick={act(async () => {
              await openWelcome();
              return undefined;
            })}
          >
            去设置
          </button>
        </p>
      )}
      <ThisPage page={page} onChange={look} pinned={pinnedTo !== null} />
      {page && form ? (
        <Filling tabId={page.tabId} form={form} records={records} onFilled={look} />
      ) : null}
      <Week settings={settings} records={records} zeroReports={zeroReports} now={now} />
      {pinnedTo === null && page ? (
        <button
          type="button"
          class="wide"
          onClick={act(async () => {
            await openPinnedPopup(page.tabId);
            window.close();
            return undefined;
          })}
        >
          固定到独立窗口
        </button>
      ) : null}
    </main>
  );
}
