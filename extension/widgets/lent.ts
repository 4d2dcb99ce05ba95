/** The kit of the engine of this frame, for the scripts of widget families; see `kit.ts`. */
import { frameState } from '../form/frame-state.ts';
import type { Kit } from './kit.ts';

export * from './hands.ts';
export { optionsDeadline } from './options.ts';

// The engine brings it before any driver comes.
const { kit } = frameState() as { readonly kit: Kit };

// One by one, so that a script takes in only the names that it uses.
const of = <Name extends keyof Kit>(name: Name): Kit[Name] => kit[name];
export const boxWords = /* @__PURE__ */ of('boxWords');
export const commonParent = /* @__PURE__ */ of('commonParent');
export const groupAround = /* @__PURE__ */ of('groupAround');
export const groupOf = /* @__PURE__ */ of('groupOf');
export const hasClass = /* @__PURE__ */ of('hasClass');
export const isBox = /* @__PURE__ */ of('isBox');
export const isNative = /* @__PURE__ */ of('isNative');
export const isShown = /* @__PURE__ */ of('isShown');
export const isTicked = /* @__PURE__ */ of('isTicked');
export const matchOption = /* @__PURE__ */ of('matchOption');
export const optionWords = /* @__PURE__ */ of('optionWords');
export const outermost = /* @__PURE__ */ of('outermost');
export const parentOf = /* @__PURE__ */ of('parentOf');
export const readBoxes = /* @__PURE__ */ of('readBoxes');
export const readSelect = /* @__PURE__ */ of('readSelect');
export const shellOf = /* @__PURE__ */ of('shellOf');
