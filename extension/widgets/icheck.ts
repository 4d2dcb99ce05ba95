/** iCheck: wraps every box and lays an element over it, which takes the presses. */
import { proxiedBoxes } from './proxied-boxes.ts';

/** The driver of iCheck. */
export const icheck = proxiedBoxes({
  of: (box) => box.parentElement?.querySelector<HTMLElement>(':scope > .iCheck-helper') ?? null,
});
