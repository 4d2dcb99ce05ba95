/** What all drivers write with. It comes into a frame with the first fill, from a script of its own. */
import { createFiller } from '../form/fill.ts';
import { dayCells, pickShownDay } from './picker-panel.ts';
import { choose } from './choosing.ts';
import { wantedOptions, writeBoxes, writeNative, writeSelect } from './native-writing.ts';
import { click, pickDay, shown, spelledLike, step } from './pick-day.ts';
import { enter, fire, leave, press, pressKey, typeInto } from './typing.ts';
import { pause, settle, until } from './widget.ts';
import type { Hands } from './writing.ts';

export const handsKit: Hands = {
  choose,
  click,
  createFiller,
  dayCells,
  enter,
  fire,
  leave,
  pause,
  pickDay,
  pickShownDay,
  press,
  pressKey,
  settle,
  shown,
  spelledLike,
  step,
  typeInto,
  until,
  wantedOptions,
  writeBoxes,
  writeNative,
  writeSelect,
};
