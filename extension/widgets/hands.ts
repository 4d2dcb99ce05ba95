/** The hands of this frame, looked up when a driver writes: its script may have come before them. */
import { frameState } from '../form/frame-state.ts';
import type { Hands } from './writing.ts';

/** What the hands of this frame do by a name; nothing writes before they have come. */
function lent<Name extends Exclude<keyof Hands, 'createFiller'>>(name: Name): Hands[Name] {
  return ((...args: never[]) => {
    const { hands } = frameState() as { readonly hands: Hands };
    return (hands[name] as (...args: never[]) => unknown)(...args);
  }) as Hands[Name];
}

export const choose = /* @__PURE__ */ lent('choose');
export const click = /* @__PURE__ */ lent('click');
export const dayCells = /* @__PURE__ */ lent('dayCells');
export const enter = /* @__PURE__ */ lent('enter');
export const fire = /* @__PURE__ */ lent('fire');
export const leave = /* @__PURE__ */ lent('leave');
export const pause = /* @__PURE__ */ lent('pause');
export const pickDay = /* @__PURE__ */ lent('pickDay');
export const pickShownDay = /* @__PURE__ */ lent('pickShownDay');
export const press = /* @__PURE__ */ lent('press');
export const pressKey = /* @__PURE__ */ lent('pressKey');
export const settle = /* @__PURE__ */ lent('settle');
export const shown = /* @__PURE__ */ lent('shown');
export const spelledLike = /* @__PURE__ */ lent('spelledLike');
export const step = /* @__PURE__ */ lent('step');
export const typeInto = /* @__PURE__ */ lent('typeInto');
export const until = /* @__PURE__ */ lent('until');
export const wantedOptions = /* @__PURE__ */ lent('wantedOptions');
export const writeBoxes = /* @__PURE__ */ lent('writeBoxes');
export const writeNative = /* @__PURE__ */ lent('writeNative');
export const writeSelect = /* @__PURE__ */ lent('writeSelect');
