/** The page that the popup is about: its tab, whether its site is granted, and the frame with the form. */
import { browser } from 'wxt/browser';
import { NoEngine, toEngine } from '../../messages.ts';
import type { ProfileNote } from '../../form/profile.ts';
import type { Answer, FrameStatus, Payload, ToEngine } from '../../messages.ts';
import { knownFrames } from '../../features/capture/frames.ts';
import { isPasswordChanged } from '../../features/first-login/first-login.ts';

/** The frame that holds the recognised form. */
export interface FormFrame {
  readonly frameId: number;
  readonly status: FrameStatus;
}

export interface PageView {
  readonly tabId: number;
  /** Origin of the page, or `null` where the browser does not tell or it is no web page. */
  readonly origin: string | null;
  /** `none` where no extension can run: the browser's own pages, files, stores. */
  readonly access: 'granted' | 'askable' | 'none';
  readonly form: FormFrame | null;
  /** What is known of a profile for the page. */
  readonly profile: ProfileNote | null;
  /** Whether the clerk has yet to say that the platform's initial password was changed. */
  readonly asksForPassword: boolean;
}

function webOrigin(url: string | undefined): string | null {
  if (url === undefined || !/^https?:/.test(url)) return null;
  return new URL(url).origin;
}

/** A frozen tab answers when it wakes; the popup does not wait for that. */
const patience = 1500;

function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('网页没有答复。'));
    }, patience);
    answer.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

/** A page that was just reloaded has no engine for a moment. */
const engineComes = 5000;
const askEvery = 100;

/** Asks the engine of a frame, waiting a little for one to come. @throws NoEngine */
export async function askEngine<N extends keyof ToEngine>(
  tabId: number,
  frameId: number,
  name: N,
  payload: Payload<N>,
): Promise<Answer<N>> {
  const until = performance.now() + engineComes;
  for (;;) {
    try {
      return await toEngine(tabId, frameId, name, payload);
    } catch (error) {
      if (!(error instanceof NoEngine) || performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, askEvery));
    }
  }
}

/** Asks every frame of the tab what it sees now; those that do not answer have gone or hold no form. */
async function formIn(tabId: number): Promise<Pick<PageView, 'form' | 'profile'>> {
  const frames = (await knownFrames()).filter((frame) => frame.tabId === tabId);
  const answers = await Promise.allSettled(
    frames.map(async ({ frameId }) => ({
      frameId,
      status: await inTime(toEngine(tabId, frameId, 'engine/status', {})),
    })),
  );
  const seen = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  const [form = null] = seen
    .filter(({ status }) => status.kind !== null)
    .sort((a, b) => b.status.fieldsRecognised - a.status.fieldsRecognised);
  const noted = form ?? seen.find(({ status }) => status.profile !== null);
  return { form, profile: noted?.status.profile ?? null };
}

/** Looks at a tab, or at the one in front where none is named. */
export async function viewPage(pinnedTo: number | null): Promise<PageView | null> {
  const tab =
    pinnedTo === null
      ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
      : await browser.tabs.get(pinnedTo).catch(() => undefined);
  if (tab?.id === undefined) return null;
  const origin = webOrigin(tab.url);
  if (origin === null) {
    const none = { access: 'none', form: null, profile: null, asksForPassword: false } as const;
    return { tabId: tab.id, origin, ...none };
  }
  const granted = await browser.permissions.contains({ origins: [`${origin}/*`] });
  return {
    tabId: tab.id,
    origin,
    access: granted ? 'granted' : 'askable',
    ...(granted ? await formIn(tab.id) : { form: null, profile: null }),
    asksForPassword: granted && !(await isPasswordChanged(origin)),
  };
}
