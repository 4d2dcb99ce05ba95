/** The panel: injected once into a frame when there is something to show in it. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { frameState } from '../form/frame-state.ts';
import { drawPanel } from '../overlay/panel.tsx';

export default defineUnlistedScript(() => {
  const state = frameState();
  if (state !== undefined) state.drawPanel = drawPanel;
});
