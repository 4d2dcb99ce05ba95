/**
 * What the engine knows of the words on buttons, for what is injected beside it. Looked up at each call: what
 * reads profiles comes before the engine.
 */
import { frameState } from './frame-state.ts';
import type { ButtonWords } from './frame-state.ts';

const words = (): ButtonWords => {
  const lent = frameState()?.words;
  if (!lent) throw new Error('The engine has not come yet.');
  return lent;
};

export const buttonWords: ButtonWords['buttonWords'] = (text) => words().buttonWords(text);
export const isQueryForm: ButtonWords['isQueryForm'] = (buttons) => words().isQueryForm(buttons);
export const wordsOn: ButtonWords['wordsOn'] = (button) => words().wordsOn(button);
