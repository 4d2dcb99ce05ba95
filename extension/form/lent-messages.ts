/** The loader's way to the background, for what comes after it into the frame; see `FrameState.messages`. */
import { frameState } from './frame-state.ts';

const messages = frameState()?.messages;
if (!messages) throw new Error('The engine came before the loader.');

export const { answer, toBackground } = messages;
