/** What drivers write with, as they and the frame's state know it; `hands-kit.ts` has it. */
import type { createFiller } from '../form/fill.ts';
import type * as picking from './pick-day.ts';
import type * as typing from './typing.ts';
import type * as waiting from './widget.ts';
import type { NativeControl, Written } from './widget.ts';

/** Where the options of a widget are, as the script that drives it knows it. */
export interface Lists {
  /** Whether an option is chosen. */
  readonly isPicked: (option: HTMLElement) => boolean;
  /** The menu of a drop-down where it is in the document, open or not. */
  readonly menuOf: (root: HTMLElement) => ParentNode | null;
  readonly optionsIn: (menu: ParentNode) => HTMLElement[];
  readonly wordsOfOption: (option: HTMLElement) => string;
}

/** How a widget is opened and closed. */
export interface DropDown {
  readonly lists: Lists;
  readonly root: HTMLElement;
  /** What a press opens. */
  readonly trigger: HTMLElement;
  readonly multiple: boolean;
}

/** Writes; `false` where an option does not exist. */
type Write<Target> = (target: Target, value: Written) => Promise<boolean>;

/** The hands of a frame. */
export interface Hands
  extends
    Pick<typeof picking, 'click' | 'pickDay' | 'shown' | 'spelledLike' | 'step'>,
    Pick<typeof typing, 'enter' | 'fire' | 'leave' | 'press' | 'pressKey' | 'typeInto'>,
    Pick<typeof waiting, 'pause' | 'settle' | 'until'> {
  readonly choose: (dropDown: DropDown, value: Written, shown: () => string) => Promise<boolean>;
  readonly createFiller: typeof createFiller;
  /** See `picker-panel.ts`, which takes in what is lent and so cannot be named here. */
  readonly dayCells: (within?: ParentNode) => HTMLElement[];
  readonly pickShownDay: (
    date: string,
    before: ReadonlySet<Element>,
    last?: boolean,
    again?: boolean,
  ) => Promise<boolean>;
  readonly wantedOptions: (value: Written) => readonly (readonly string[])[];
  readonly writeBoxes: Write<readonly HTMLElement[]>;
  readonly writeNative: Write<readonly [NativeControl, ...NativeControl[]]>;
  readonly writeSelect: Write<HTMLSelectElement>;
}
