/**
 * Teaching forms (教它认表单): keeps what the clerk taught in a page, and hands it to the frames of that
 * site before they recognise anything.
 */
import { uuidv7 } from 'uuidv7';
import { isAtRoute, routeOf } from '../../form/profile.ts';
import { answer, toEngine } from '../../messages.ts';
import { putProfiles, readProfilesOf } from '../../store/profiles.ts';
import { knownFrames } from '../capture/frames.ts';
import { controlChoices } from './control-choices.ts';
import { parseContent } from './profile-file.ts';

/** What the loader of a frame is told about its site. */
export async function taughtAt(
  origin: string | undefined,
  url: string | undefined,
): Promise<{ profiles: Awaited<ReturnType<typeof readProfilesOf>>; taught: boolean }> {
  if (origin === undefined || url === undefined) return { profiles: [], taught: false };
  const profiles = await readProfilesOf(origin);
  const route = profiles.length === 0 ? '' : routeOf(url);
  const taught = profiles.some((one) => one.buttons.length > 0 && isAtRoute(one.route, route));
  return { profiles, taught };
}

/** Lets every frame ask for its profiles anew; frames without an engine learn of them when they get one. */
async function tellFrames(): Promise<void> {
  const frames = await knownFrames();
  await Promise.allSettled(
    frames.map(({ tabId, frameId }) => toEngine(tabId, frameId, 'engine/profiles', {})),
  );
}

/** Starts listening; call it synchronously when the service worker starts. */
export function startTeach(): void {
  answer({
    'page/taught': async (given, { origin }) => {
      const content = parseContent(given);
      if (content.origin !== origin) throw new Error('识别方案未保存：它不属于这个网站。');
      const alike = (await readProfilesOf(origin)).find(
        ({ name, route }) => name === content.name && route === content.route,
      );
      const id = alike?.id ?? uuidv7();
      await putProfiles([{ ...content, id, updatedAt: new Date().toISOString() }]);
      await tellFrames();
      return null;
    },
    'page/control-choices': () => controlChoices,
    'desk/profiles-changed': async () => {
      await tellFrames();
      return null;
    },
  });
}
