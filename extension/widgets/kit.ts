/**
 * What all drivers work with. The engine has it for those of any page, and lends it to the scripts of
 * widget families, so that a frame takes it in once.
 */
import { commonParent, groupOf, isBox, readSelect, writeSelect } from './native.ts';
import { boxWords, matchOption, optionWords, optionsDeadline, wantedOptions } from './options.ts';
import { click, isShown, pickDay, shown, step } from './pick-day.ts';
import { clickOn, fire, typeInto } from './typing.ts';
import { isNative, until } from './widget.ts';

export const kit = {
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
};

export type Kit = typeof kit;
