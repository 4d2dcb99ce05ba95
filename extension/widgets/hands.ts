/** The hands of this frame, looked up when a driver writes: its script may have come before them. */
import { frameState } from '../form/frame-state.ts';
import type { Hands } from './writing.ts';

function hands(): Hands {
  const lent = frameState()?.hands;
  if (!lent) throw new Error('A driver wrote before the script that fills had come.');
  return lent;
}

export const choose: Hands['choose'] = (...args) => hands().choose(...args);
export const click: Hands['click'] = (...args) => hands().click(...args);
export const enter: Hands['enter'] = (...args) => hands().enter(...args);
export const fire: Hands['fire'] = (...args) => hands().fire(...args);
export const leave: Hands['leave'] = (...args) => hands().leave(...args);
export const pause: Hands['pause'] = (...args) => hands().pause(...args);
export const pickDay: Hands['pickDay'] = (...args) => hands().pickDay(...args);
export const press: Hands['press'] = (...args) => hands().press(...args);
export const pressKey: Hands['pressKey'] = (...args) => hands().pressKey(...args);
export const settle: Hands['settle'] = (...args) => hands().settle(...args);
export const shown: Hands['shown'] = (...args) => hands().shown(...args);
export const spelledLike: Hands['spelledLike'] = (...args) => hands().spelledLike(...args);
export const step: Hands['step'] = (...args) => hands().step(...args);
export const typeInto: Hands['typeInto'] = (...args) => hands().typeInto(...args);
export const until: Hands['until'] = (...args) => hands().until(...args);
export const wantedOptions: Hands['wantedOptions'] = (...args) => hands().wantedOptions(...args);
export const writeBoxes: Hands['writeBoxes'] = (...args) => hands().writeBoxes(...args);
export const writeNative: Hands['writeNative'] = (...args) => hands().writeNative(...args);
export const writeSelect: Hands['writeSelect'] = (...args) => hands().writeSelect(...args);
