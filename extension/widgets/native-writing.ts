/** Writing into plain HTML controls, and into the boxes and selects that libraries put in their place. */
import type { Natives } from './natives.ts';
import {
  boxWords,
  isBox,
  isTicked,
  matchOption,
  optionWords,
  optionsDeadline,
  shellOf,
} from './lent.ts';
import { typeInto } from './typing.ts';
import { type Written, settle, until } from './widget.ts';

/** The options to choose, each by the words that may name it. */
export function wantedOptions(value: Written): readonly (readonly string[])[] {
  if (value.kind === 'options') return value.options;
  const words = value.text.split(';').filter((word) => word !== '');
  return words.map((word) => [word]);
}

/** How long a page may take to tick a box. */
const tickDeadline = 250;

/** Clicks boxes until exactly the wanted ones are ticked; `false` where an option does not exist. */
export async function writeBoxes(boxes: readonly HTMLElement[], value: Written): Promise<boolean> {
  const wanted = wantedOptions(value).map((words) => matchOption(boxes, words, boxWords));
  for (const box of boxes) {
    const ticked = wanted.includes(box);
    if (ticked === isTicked(box) || (!ticked && box.matches('[type=radio],[role=radio]'))) continue;
    // Some libraries listen to the label only; a click on it reaches the box too.
    (shellOf(box) ?? box).click();
    // A model takes one change per rendering.
    await settle();
    await until(() => isTicked(box) === ticked, tickDeadline);
  }
  return !wanted.includes(undefined);
}

/** Chooses in a select once the wanted options are there; `false` where one does not come. */
export async function writeSelect(select: HTMLSelectElement, value: Written): Promise<boolean> {
  const wanted = wantedOptions(value);
  const find = (): (HTMLOptionElement | undefined)[] =>
    wanted.map(
      (words) =>
        matchOption(Array.from(select.options), words, (option) => optionWords(option.text)) ??
        matchOption(Array.from(select.options), words, (option) => option.value),
    );
  await until(() => !find().includes(undefined), optionsDeadline);
  const found = find();
  if (found.includes(undefined)) return false;
  for (const option of select.options) option.selected = found.includes(option);
  for (const type of ['focus', 'input', 'change', 'blur']) {
    select.dispatchEvent(new Event(type, { bubbles: type === 'input' || type === 'change' }));
  }
  return true;
}

/** Writes into plain controls; `false` where an option does not exist. */
export async function writeNative(natives: Natives, value: Written): Promise<boolean> {
  const [first] = natives;
  if (first instanceof HTMLSelectElement) return writeSelect(first, value);
  if (isBox(first)) return writeBoxes(natives, value);
  if (value.kind === 'options') return false;
  const takesTime = first.type === 'datetime-local';
  await typeInto(
    first,
    takesTime ? value.text.replace(/^([\d-]{10})( .*)?$/, '$1T00:00') : value.text,
  );
  return true;
}
