/** The hands: injected once into a frame when the clerk first has something filled or put right there. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { frameState } from '../form/frame-state.ts';
import { handsKit } from '../widgets/hands-kit.ts';

export default defineUnlistedScript(() => {
  const state = frameState();
  if (state !== undefined) state.hands = handsKit;
});
