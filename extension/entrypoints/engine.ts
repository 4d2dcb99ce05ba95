/** The engine: injected once into a frame that has a form, an answer to wait for, a duty to show, or is taught. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { buttonWords, isQueryForm } from '../form/buttons.ts';
import { collectForms } from '../form/collect.ts';
import { startEngine } from '../form/engine.ts';
import { frameState } from '../form/frame-state.ts';
import { wordsOn } from '../form/zero-report.ts';
import { kit } from '../widgets/kit.ts';

export default defineUnlistedScript(() => {
  const state = frameState();
  if (state?.engine !== null) return;
  state.kit = kit;
  state.words = { buttonWords, isQueryForm, wordsOn };
  state.collectForms = () => collectForms();
  state.engine = startEngine(state);
  state.engine.refresh();
});
