/** The kit of the engine of this frame, for the scripts of widget families; see `kit.ts`. */
import { frameState } from '../form/frame-state.ts';

const kit = frameState()?.kit;
if (!kit) throw new Error('The drivers came before the engine.');

export const {
  boxWords,
  click,
  commonParent,
  enter,
  fire,
  groupAround,
  groupOf,
  hasClass,
  isBox,
  isNative,
  isShown,
  leave,
  matchOption,
  optionWords,
  optionsDeadline,
  outermost,
  parentOf,
  pause,
  pickDay,
  press,
  pressKey,
  readBoxes,
  readSelect,
  settle,
  shown,
  step,
  typeInto,
  until,
  wantedOptions,
  writeBoxes,
  writeSelect,
} = kit;
