/** Teaching a form, injected into the frame in which the clerk wants it. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startTeaching } from '../features/teach/teaching.tsx';
import { frameState } from '../form/frame-state.ts';

/** Answers with the sentence why it did not start, or `null`. */
async function main(): Promise<string | null> {
  const state = frameState();
  if (state === undefined) return '请先刷新网页。';
  try {
    await startTeaching(state);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

// Whoever injects the script waits for what it returns.
export default defineUnlistedScript((): unknown => main());
