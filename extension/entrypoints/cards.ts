/** Popover and panel: injected once into a frame when there is something to show in them. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { frameState } from '../form/frame-state.ts';
import { drawCards } from '../overlay/cards.tsx';

export default defineUnlistedScript(() => {
  const state = frameState();
  if (state !== undefined) state.drawCards = drawCards;
});
