/** Reads what was taught about a site's forms; injected before the engine where anything was. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { frameState } from '../form/frame-state.ts';
import { isQueryForm } from '../form/lent-words.ts';
import { isAtRoute, profileFor, routeOf, type SiteProfile } from '../form/profile.ts';
import { taughtMeaning } from '../form/taught-buttons.ts';

export default defineUnlistedScript(() => {
  const state = frameState();
  if (state === undefined) return;
  const here = (): readonly SiteProfile[] => {
    const route = routeOf(location.href);
    return state.profiles.filter((profile) => isAtRoute(profile.route, route));
  };
  state.taught = {
    about: (form) => profileFor(here(), form, isQueryForm),
    meaningOf: (button) => taughtMeaning(here(), button),
  };
});
