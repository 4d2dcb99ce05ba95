/**
 * What all drivers work with. The engine has it for those of any page, and lends it to the scripts of
 * widget families, so that a frame takes it in once.
 */
import { groupAround, hasClass, isShown, outermost, parentOf } from './anatomy.ts';
import { commonParent, groupOf, isBox, readSelect, writeSelect } from './native.ts';
import {
  boxWords,
  matchOption,
  optionWords,
  optionsDeadline,
  readBoxes,
  wantedOptions,
  writeBoxes,
} from './options.ts';
import { click, pickDay, shown, step } from './pick-day.ts';
import { enter, fire, leave, press, pressKey, typeInto } from './typing.ts';
import { isNative, pause, settle, until } from './widget.ts';

export const kit = {
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
};

export type Kit = typeof kit;
