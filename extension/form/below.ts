/**
 * Forms in other frames: a dialog of the page above may hold the frame of a form and, outside it, the
 * button that submits it. Frames tell one another through the background, which no page can forge; each
 * decides at once from what it was told.
 */
import type { FieldId } from '@baosong/shared/standards/index.ts';
import type { FormBelow, FrameNews } from '../messages.ts';
import { buttonWords, isSubmission } from './buttons.ts';
import { dialogs, menus } from './collect.ts';
import { toBackground } from './lent-messages.ts';
import { pressedButton, wordsOn } from './zero-report.ts';

const frames = 'iframe,frame';

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

/** The frames of this document that are shown. */
export function shownFrames(): Element[] {
  return Array.from(document.querySelectorAll(frames)).filter(isShown);
}

/** Whether a press submits the form of a frame below. */
export function submitsBelow(event: Event): boolean {
  const button = event.type === 'click' ? pressedButton(event) : null;
  if (button === null || button.matches(':disabled')) return false;
  const dialog = button.closest(dialogs);
  const held = Array.from((dialog ?? document).querySelectorAll(frames)).some(isShown);
  if (!held || (dialog === null && button.closest(menus) !== null)) return false;
  const others = Array.from(dialog?.querySelectorAll<HTMLElement>('a,button') ?? [], (other) =>
    other === button ? '' : buttonWords(wordsOn(other)),
  );
  return isSubmission(buttonWords(wordsOn(button)), dialog !== null, others);
}

export interface Neighbours {
  /** The form of another frame, the last that was told of, or `null`. */
  readonly form: () => (FormBelow & { readonly frame: string }) | null;
  /** Tells the others what stands in this frame's form; nothing where nothing has changed. */
  readonly tellForm: (form: FormBelow | null) => void;
  /** Tells them that a submission has begun, so that they look for the answer too. */
  readonly tellSent: () => void;
  /** Leads to a field in another frame. */
  readonly goTo: (frame: string, field: FieldId) => void;
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
    tellSent() {
      tell({ sent: true });
    },
    goTo(frame, field) {
      tell({ goTo: { frame, field } });
    },
    isOwn: (frame) => frame === own,
  };
}
