/** The desk (工作台): the clerk's full page, one place after the other by its hash route. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { deskPlaces } from '../../features/pages.ts';
import type { DeskPlace } from '../../features/pages.ts';
import { readLedger } from '../../store/records.ts';
import { done, failure } from '../../ui/act.tsx';
import { useLive, useNow, useSettings } from '../../ui/live.ts';
import { CalendarPlace } from './calendar.tsx';
import { ImportPlace } from './import.tsx';
import { LedgerPlace } from './ledger.tsx';
import { SettingsPlace } from './settings.tsx';
import { TemplatesPlace } from './templates.tsx';
import { ZeroPlace } from './zero.tsx';

function placeInAddress(): DeskPlace {
  const name = location.hash.replace(/^#\//, '');
  return name in deskPlaces ? (name as DeskPlace) : 'ledger';
}

export function Desk() {
  const [place, setPlace] = useState(placeInAddress);
  const settings = useSettings();
  const ledger = useLive(readLedger);
  const now = useNow();
  const records = useMemo(() => ledger?.map((entry) => entry.record), [ledger]);

  useEffect(() => {
    const follow = (): void => {
      failure.value = null;
      done.value = null;
      setPlace(placeInAddress());
    };
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('hashchange', follow);
    };
  }, []);

  if (!settings || !ledger || !records) return <div class="desk" />;
  return (
    <div class="desk">
      <nav aria-label="工作台">
        <h1>报送</h1>
        <p>{settings.unit?.name ?? '尚未填写单位'}</p>
        {(Object.keys(deskPlaces) as DeskPlace[]).map((name) => (
          <a key={name} href={`#/${name}`} aria-current={name === place ? 'page' : undefined}>
            {deskPlaces[name]}
          </a>
        ))}
      </nav>
      <main>
        {place === 'ledger' ? <LedgerPlace ledger={ledger} settings={settings} now={now} /> : null}
        {place === 'import' ? (
          <ImportPlace records={records} settings={settings} now={now} />
        ) : null}
        {place === 'templates' ? <TemplatesPlace /> : null}
        {place === 'zero' ? <ZeroPlace ledger={ledger} settings={settings} now={now} /> : null}
        {place === 'calendar' ? <CalendarPlace settings={settings} now={now} /> : null}
        {place === 'settings' ? <SettingsPlace settings={settings} now={now} /> : null}
      </main>
    </div>
  );
}
