/** Has the script that fills brought into this frame when something is to be written for the first time. */
import { toBackground } from '../messages.ts';
import type { Filler } from './fill.ts';
import type { FrameState } from './frame-state.ts';
import { boundField, readField } from './reporting-form.ts';

const missing = '填写所需的脚本没有载入，请刷新页面后再试';

/** The filler of a frame; rejects where its script cannot be had. */
export async function fillerOf(state: FrameState): Promise<Filler> {
  if (state.hands === null) await toBackground('page/hands-wanted', {});
  const { hands } = state;
  if (!hands) throw new Error(missing);
  return hands.createFiller({ boundField, readField });
}
