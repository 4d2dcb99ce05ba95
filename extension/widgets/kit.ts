/**
 * What all drivers read with. The engine has it for those of any page, and lends it to the scripts of
 * widget families, so that a frame takes it in once. What they write with is in `hands-kit.ts`.
 */
import { groupAround, hasClass, isShown, outermost, parentOf } from './anatomy.ts';
import { commonParent, groupOf, isBox, readSelect } from './natives.ts';
import { boxWords, isTicked, matchOption, optionWords, readBoxes, shellOf } from './options.ts';
import { isNative } from './widget.ts';

export const kit = {
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
};

export type Kit = typeof kit;
