/** The hands of this frame, looked up when a driver writes: its script may have come before them. */
import { frameState } from '../form/frame-state.ts';
import type { HandsKit } from './hands-kit.ts';

function hands(): HandsKit {
  const lent = frameState()?.hands;
  if (!lent) throw new Error('A driver wrote before the script that fills had come.');
  return lent;
}

export const choose: HandsKit['choose'] = (...args) => hands().choose(...args);
export const click: HandsKit['click'] = (...args) => hands().click(...args);
export const enter: HandsKit['enter'] = (...args) => hands().enter(...args);
export const fire: HandsKit['fire'] = (...args) => hands().fire(...args);
export const leave: HandsKit['leave'] = (...args) => hands().leave(...args);
export const pause: HandsKit['pause'] = (...args) => hands().pause(...args);
export const pickDay: HandsKit['pickDay'] = (...args) => hands().pickDay(...args);
export const press: HandsKit['press'] = (...args) => hands().press(...args);
export const pressKey: HandsKit['pressKey'] = (...args) => hands().pressKey(...args);
export const settle: HandsKit['settle'] = (...args) => hands().settle(...args);
export const shown: HandsKit['shown'] = (...args) => hands().shown(...args);
export const step: HandsKit['step'] = (...args) => hands().step(...args);
export const typeInto: HandsKit['typeInto'] = (...args) => hands().typeInto(...args);
export const until: HandsKit['until'] = (...args) => hands().until(...args);
export const wantedOptions: HandsKit['wantedOptions'] = (...args) => hands().wantedOptions(...args);
export const writeBoxes: HandsKit['writeBoxes'] = (...args) => hands().writeBoxes(...args);
export const writeNative: HandsKit['writeNative'] = (...args) => hands().writeNative(...args);
export const writeSelect: HandsKit['writeSelect'] = (...args) => hands().writeSelect(...args);
