/**
 * Forms in other frames: a dialog of the page above may hold the frame of a form and, outside it, the
 * button that submits it. Frames tell one another through the background, which no page can forge; each
 * decides at once from what it was told.
 */
import type { FormBelow, FrameNews } from '../messages.ts';
import { isShown } from '../widgets/anatomy.ts';
import { buttonWords, isSubmission } from './buttons.ts';
import { dialogs, menus } from './collect.ts';
import { toBackground } from './lent-messages.ts';
import { pressable, pressedButton, wordsOn } from './zero-report.ts';

const frames = 'iframe,frame';

/** The frames that are shown, of this document or within an element. */
export function shownFrames(within: ParentNode = document): Element[] {
  return Array.from(within.querySelectorAll(frames)).filter(isShown);
}

/** Leads to another page, as the entries of a menu do. */
const leads = 'a[target],a[href]:not([href^=java i]):not([href^="#"])';

/**
 * Whether a press submits the form of another frame: of one below, or where this frame has none, of one
 * beside it, for which it is the tool bar.
 */
export function submitsElsewhere(event: Event): boolean {
  const button = event.type === 'click' ? pressedButton(event) : null;
  if (button === null || button.matches(':disabled')) return false;
  const dialog = button.closest(dialogs);
  const within = dialog ?? document;
  const held = shownFrames(within).length > 0;
  if (!held && (dialog !== null || window === window.top)) return false;
  if (dialog === null && button.closest(`${menus},${leads}`) !== null) return false;
  const words = buttonWords(wordsOn(button));
  const others = Array.from(within.querySelectorAll<HTMLElement>(pressable), (other) =>
    other === button ? '' : buttonWords(wordsOn(other)),
  ).filter((other) => dialog !== null || isSubmission(other, false, []));
  return isSubmission(words, dialog !== null || words === '保存', others);
}

export interface Neighbours {
  /** The form of another frame, the last that was told of, or `null`. */
  readonly form: () => (FormBelow & { readonly frame: string }) | null;
  /** Tells the others what stands in this frame's form; nothing where nothing has changed. */
  readonly tellForm: (form: FormBelow | null) => void;
  /** Tells them something else. */
  readonly tell: (news: Omit<FrameNews, 'from'>) => void;
  /** Whether news are for this frame alone. */
  readonly isOwn: (frame: string) => boolean;
}

/** @param forms what was told, by frame. */
export function createNeighbours(
  forms: () => Readonly<Record<string, FormBelow | null>>,
): Neighbours {
  const own = String(Math.random());
  let told = 'null';
  const tell = (news: Omit<FrameNews, 'from'>): void => {
    toBackground('page/to-frames', { ...news, from: own }).catch(reportError);
  };
  return {
    form() {
      const known = Object.entries(forms()).filter(([frame]) => frame !== own);
      for (const [frame, form] of known.reverse()) if (form !== null) return { ...form, frame };
      return null;
    },
    tellForm(form) {
      const text = JSON.stringify(form);
      if (text === told || window === window.top) return;
      told = text;
      tell({ form });
    },
    tell,
    isOwn: (frame) => frame === own,
  };
}
