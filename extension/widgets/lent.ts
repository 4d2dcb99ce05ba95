/** The kit of the engine of this frame, for the scripts of widget families; see `kit.ts`. */
import { frameState } from '../form/frame-state.ts';

export * from './hands.ts';
export { optionsDeadline } from './options.ts';

const kit = frameState()?.kit;
if (!kit) throw new Error('The drivers came before the engine.');

export const {
  boxWords,
  commonParent,
  groupAround,
  groupOf,
  hasClass,
  isBox,
  isNative,
  isShown,
  isTicked,
  matchOption,
  optionWords,
  outermost,
  parentOf,
  readBoxes,
  readSelect,
  shellOf,
} = kit;
