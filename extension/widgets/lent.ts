/** The kit of the engine of this frame, for the scripts of widget families; see `kit.ts`. */
import { frameState } from '../form/frame-state.ts';

const kit = frameState()?.kit;
if (!kit) throw new Error('The drivers came before the engine.');

export const {
  boxWords,
  click,
  clickOn,
  commonParent,
  fire,
  groupOf,
  isBox,
  isNative,
  isShown,
  matchOption,
  optionWords,
  optionsDeadline,
  pickDay,
  readSelect,
  shown,
  step,
  typeInto,
  until,
  wantedOptions,
  writeSelect,
} = kit;
