/**
 * Radio buttons and check boxes that a library hides behind elements of its own: only a press on those
 * reaches the page's handlers.
 */
import {
  boxWords,
  press,
  commonParent,
  groupOf,
  isBox,
  isNative,
  matchOption,
  optionWords,
  wantedOptions,
} from './lent.ts';
import type { Control, Driver } from './widget.ts';

/** How a library draws its boxes. */
export interface Proxies {
  /** What the clerk sees instead of a box, or `null` where the box is not drawn by this library. */
  readonly of: (box: HTMLInputElement) => HTMLElement | null;
  /** The words of a box where they do not stand beside it. */
  readonly words?: (box: HTMLInputElement) => string;
}

const boxesOf = ({ parts }: Control): readonly HTMLInputElement[] =>
  parts as unknown as readonly HTMLInputElement[];

/** The driver of boxes that are drawn so. */
export function proxiedBoxes({ of, words = () => '' }: Proxies): Driver {
  const wordsOf = (box: HTMLInputElement): string => optionWords(words(box)) || boxWords(box);
  const driver: Driver = {
    detect(element) {
      if (!isNative(element) || !isBox(element) || of(element as HTMLInputElement) === null) {
        return null;
      }
      const boxes = groupOf(element) as HTMLInputElement[];
      const [first = element, ...rest] = boxes;
      const control: Control = {
        driver,
        root: commonParent([...boxes, ...boxes.flatMap((box) => of(box) ?? [])]),
        parts: [first, ...rest],
        shape: element.type === 'radio' ? 'choice' : 'choices',
        options: () => boxes.map(wordsOf),
        writable: () => boxes.some((box) => !box.disabled),
      };
      return control;
    },
    read: (control) =>
      boxesOf(control)
        .filter((box) => box.checked)
        .map(wordsOf)
        .join(';'),
    write(control, value) {
      const boxes = boxesOf(control);
      const wanted = wantedOptions(value).map((any) => matchOption(boxes, any, wordsOf));
      for (const box of boxes) {
        const ticked = wanted.includes(box);
        if (ticked !== box.checked && (ticked || box.type === 'checkbox')) {
          press(of(box) ?? box);
        }
      }
      return Promise.resolve(!wanted.includes(undefined));
    },
    anchor: ({ root, parts: [first] }) =>
      root.childElementCount > 0 ? root : (of(first as HTMLInputElement) ?? root),
  };
  return driver;
}
