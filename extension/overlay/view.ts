/** What the overlay shows: plain data, made by the engine, drawn by `overlay.tsx`. */
import type {
  FieldId,
  DoublePublicityKind,
  RecordValues,
} from '@baosong/shared/standards/index.ts';
import type { Finding, FindingLevel } from '@baosong/shared/validation/finding.ts';
import type { Generation } from '../form/generation.ts';
import type { ProfileNote } from '../form/profile.ts';
import type { DutyLine, FillResult } from '../messages.ts';
import type { JSX } from './jsx/jsx-runtime.ts';

/** State of the frame, as `data-state` says it. */
export type OverlayState =
  'idle' | 'watching' | 'held' | 'open' | 'filling' | 'filled' | 'unchecked';

/** A mark beside a field: what is wrong, or that a key field is right. */
export interface Mark {
  readonly id: FieldId;
  readonly label: string;
  readonly anchor: HTMLElement;
  /** What the control is worked by; the first gets the ARIA attributes. */
  readonly parts: readonly HTMLElement[];
  readonly level: FindingLevel | 'ok';
  readonly findings: readonly Finding[];
}

/** A submission that was held back. */
export interface HeldSubmission {
  readonly findings: readonly Finding[];
  /** The guard is open: the clerk may press the page's button again. */
  readonly open: boolean;
  /** The frame that the form stands in, where that is another one. */
  readonly frame?: string;
}

/** A zero report that was held back. */
export interface HeldZero {
  readonly kinds: readonly DoublePublicityKind[];
  /** What the week is called, such as 本周. */
  readonly week: string;
  /** Document numbers; none where the press came before it was known what the week holds. */
  readonly recorded: readonly string[];
  readonly open: boolean;
}

/** One line of a fill's result. */
export interface FillLine {
  readonly id: FieldId;
  readonly label: string;
  readonly result: FillResult;
}

export interface OverlayView {
  readonly state: OverlayState;
  readonly kind: DoublePublicityKind | null;
  readonly generation: Generation | null;
  readonly sure: boolean;
  readonly profile: ProfileNote | null;
  readonly recognised: number;
  readonly total: number;
  /** What stands in the form was checked; not where the background could not be asked. */
  readonly isChecked: boolean;
  /** Findings that the clerk sees. */
  readonly shown: readonly Finding[];
  readonly marks: readonly Mark[];
  readonly held: HeldSubmission | null;
  readonly zero: HeldZero | null;
  readonly fill: readonly FillLine[] | null;
  /** Fields of steps that are not shown. */
  readonly elsewhere: readonly FieldId[];
  /** Fields that wait for another step of the page. */
  readonly remaining: number;
  /** They wait to be put back, not to be filled. */
  readonly undoing: boolean;
  /** What would have held a submission that the page sent past the guard, or `null` where it sent none. */
  readonly unchecked: readonly Finding[] | null;
  readonly duties: readonly DutyLine[];
  /** Where the host belongs: a modal dialog lies over everything outside it. */
  readonly within: HTMLElement;
  /** Buttons of the page that nothing may cover. */
  readonly keepClear: readonly HTMLElement[];
}

/** What the clerk can do in the overlay. */
export interface OverlayActions {
  readonly fix: (changes: RecordValues) => void;
  readonly goTo: (id: FieldId) => void;
  readonly override: (reason: string) => void;
  readonly dismissHeld: () => void;
  readonly overrideZero: (reason: string) => void;
  readonly dismissZero: () => void;
  readonly undoFill: () => void;
  readonly dismissFill: () => void;
  /** What waits for other steps is dropped. */
  readonly endFill: () => void;
  readonly dismissUnchecked: () => void;
  /** Lets the clerk teach this form. */
  readonly teach: () => void;
}

/**
 * Draws popover and panel of a view.
 *
 * @param opened the mark whose popover is open, or `null`.
 * @param closeList closes the list of findings, or `null` where it is not open.
 */
export type DrawCards = (
  view: OverlayView,
  opened: Mark | null,
  closeList: (() => void) | null,
  actions: OverlayActions,
) => JSX.Element | null;

/** Words for a level of finding. */
export const levelLabels: Readonly<Record<FindingLevel, string>> = {
  error: '错误',
  warning: '提醒',
  info: '提示',
};

/** How much a finding weighs, and whose rule it is: the national standard's (国家标准) or the platform's (本平台). */
export function tagOf({ level, basis }: Finding): string {
  return `${levelLabels[level]} · ${basis === 'national' ? '国家标准' : '本平台'}`;
}

/** How many findings are of a level. */
export function countOf(findings: readonly Finding[], level: FindingLevel): number {
  return findings.filter((finding) => finding.level === level).length;
}

/** 2 处错误、1 处提醒 */
export function countWords(findings: readonly Finding[]): string {
  return (['error', 'warning'] as const)
    .map((level) => ({ level, count: countOf(findings, level) }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${count} 处${levelLabels[level]}`)
    .join('、');
}
