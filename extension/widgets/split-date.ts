/** Dates in three boxes, one each for year, month and day, as paper forms and old pages have them. */
import { dayOf } from './day.ts';
import { typeInto, writeSelect } from './hands.ts';
import { commonParent, isNative } from './lent.ts';
import type { Driver, NativeControl } from './widget.ts';

const units = ['年', '月', '日'];
const boxes = 'select,input:not([type]),[type=text],[type=number],[type=tel]';

type Three = readonly [NativeControl, NativeControl, NativeControl];

/** What stands behind a box, up to the next one or to the end of what holds them. */
function wordsAfter(box: NativeControl, next: NativeControl | undefined, around: Element): string {
  const range = document.createRange();
  range.setStartAfter(box);
  if (next) range.setEndBefore(next);
  else range.setEndAfter(around);
  return range.toString().trim();
}

/** Whether a box is followed by its unit, or has it in its options. */
function hasUnit(box: NativeControl, after: string, unit: string): boolean {
  const last = box instanceof HTMLSelectElement ? box.options[box.options.length - 1] : undefined;
  return after.startsWith(unit) || last?.text.trim().endsWith(unit) === true;
}

/** The three boxes that a control is one of, where they stand by themselves. */
function threeOf(box: NativeControl): Three | null {
  let around = box.parentElement;
  while (around && around.querySelectorAll(boxes).length < 3) around = around.parentElement;
  const three = Array.from(around?.querySelectorAll<NativeControl>(boxes) ?? []);
  const isDate = units.every((unit, at) => {
    const one = three[at];
    return one && around && hasUnit(one, wordsAfter(one, three[at + 1], around), unit);
  });
  return isDate && three.length === 3 ? (three as unknown as Three) : null;
}

const numberIn = (box: NativeControl): string => {
  const text = box instanceof HTMLSelectElement ? box.selectedOptions[0]?.text : box.value;
  return /\d+/.exec(text ?? '')?.[0] ?? '';
};

/** The driver of dates in three boxes. */
export const splitDate: Driver = {
  detect(element) {
    const three = isNative(element) && element.matches(boxes) ? threeOf(element) : null;
    return (
      three && {
        driver: splitDate,
        root: commonParent(three),
        parts: three,
        shape: 'date',
        options: () => [],
        writable: () => three.every((box) => !box.matches(':disabled,[readonly]')),
      }
    );
  },
  read({ parts }) {
    const numbers = (parts as unknown as Three).map(numberIn);
    return numbers.join('') === '' ? '' : numbers.map((one) => one.padStart(2, '0')).join('-');
  },
  async write({ parts }, value) {
    if (value.kind === 'options') return false;
    const day = dayOf(value.text);
    if (day === null && value.text !== '') return false;
    const numbers = day === null ? ['', '', ''] : [day.year, day.month, day.day].map(String);
    let isDone = true;
    for (const [at, box] of (parts as unknown as Three).entries()) {
      const number = numbers[at] ?? '';
      const spellings = [number, number.padStart(2, '0')];
      if (box instanceof HTMLSelectElement) {
        const words = spellings.flatMap((one) => [one, `${one}${units[at] ?? ''}`]);
        const options = number === '' ? [] : [words];
        isDone = (await writeSelect(box, { kind: 'options', options })) && isDone;
      } else await typeInto(box, number && (spellings[1] as string));
    }
    return isDone;
  },
  anchor: ({ parts }) => parts[2] ?? parts[0],
};
