/** Reads that repeat themselves whenever what they read has changed, also from the background. */
import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { onSettingsChanged, readSettings } from '../features/settings/settings.ts';
import type { Settings } from '../features/settings/settings.ts';
import { failure, sentenceOf } from './act.tsx';

/**
 * The answer of a database read, kept up to date; `undefined` until the first one is there.
 *
 * @param dependencies what the read depends on beside the database.
 */
export function useLive<T>(
  read: () => Promise<T>,
  dependencies: readonly unknown[] = [],
): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    const subscription = liveQuery(read).subscribe({
      next: setValue,
      error: (error: unknown) => {
        failure.value = sentenceOf(error);
      },
    });
    return () => {
      subscription.unsubscribe();
    };
  }, dependencies);
  return value;
}

/** The settings, kept up to date; `undefined` until they are read. */
export function useSettings(): Settings | undefined {
  const [settings, setSettings] = useState<Settings>();
  useEffect(() => {
    const read = (): void => {
      readSettings().then(setSettings, (error: unknown) => {
        failure.value = sentenceOf(error);
      });
    };
    read();
    return onSettingsChanged(read);
  }, []);
  return settings;
}

/** The present moment, by the minute, for pages that stay open. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(new Date());
    }, 60_000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now;
}
