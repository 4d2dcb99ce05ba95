/** Has scripts brought into this frame when what they do is wanted for the first time. */
import type { DrawCards } from '../overlay/view.ts';
import type { Filler } from './fill.ts';
import type { FrameState } from './frame-state.ts';
import { toBackground } from './lent-messages.ts';
import { sameValue, toPage } from './to-page.ts';
import { boundField, learnOrder, readField, unitOf } from './reporting-form.ts';

const missing = '所需的脚本没有载入，请刷新页面后再试';

/** The filler of a frame; rejects where its script cannot be had. */
export async function fillerOf(state: FrameState): Promise<Filler> {
  if (state.hands === null) await toBackground('page/hands-wanted', {});
  const { hands } = state;
  if (!hands) throw new Error(missing);
  return hands.createFiller({ boundField, learnOrder, readField, sameValue, toPage, unitOf });
}

/** What draws popover and panel of a frame; rejects where its script cannot be had. */
export async function cardsOf(state: FrameState): Promise<DrawCards> {
  if (state.drawCards === null) await toBackground('page/cards-wanted', {});
  const { drawCards } = state;
  if (!drawCards) throw new Error(missing);
  return drawCards;
}
