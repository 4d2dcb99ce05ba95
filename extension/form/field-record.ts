/**
 * What a form looks like once it has been collected: flat records without a browser in them, so that
 * everything decided about a form can be decided, and tested, by pure functions.
 */

import type { DateOrder } from './year-first.ts';

/** Where a label candidate was found. */
export type LabelSource =
  | 'label'
  | 'aria'
  | 'formItem'
  | 'cell'
  | 'columnHead'
  | 'sibling'
  | 'placeholder'
  | 'title'
  /** Behind the control: a label of it in forms that write all of them there, else of what comes next. */
  | 'after';

/** A text that may say what a control is for. */
export interface LabelCandidate {
  readonly text: string;
  readonly source: LabelSource;
}

/** What a control takes: words, a date, a number, one of several options, or any number of them. */
export type ControlShape = 'text' | 'date' | 'number' | 'choice' | 'choices';

/** One control of a form. */
export interface FieldRecord {
  /** Place in page order, from 0; also the control's name within its form. */
  readonly index: number;
  /** The control's `name` and `id`, where platforms often write the standard's column code. */
  readonly codes: readonly string[];
  readonly labels: readonly LabelCandidate[];
  /** Headings above the control, nearest first, such as 法定代表人信息. */
  readonly groups: readonly string[];
  readonly shape: ControlShape;
  /** Words of the options that are known without opening anything. */
  readonly options: readonly string[];
  readonly placeholder: string;
  /** How the control's hints order a date that ends with the year; `null` where they do not say. */
  readonly dateOrder: DateOrder | null;
  /** Longest value in characters, or `null` where the page sets no limit. */
  readonly maxLength: number | null;
  readonly writable: boolean;
  /** Whether it stands beside a button that asks for data. */
  readonly forQuery: boolean;
}

/** A form of more controls is a table of data. */
export const mostFields = 200;

/** One form of a frame. */
export interface FormRecord {
  readonly fields: readonly FieldRecord[];
  /** Words on the form's buttons. */
  readonly buttons: readonly string[];
  /** Title of the dialog or page and headings near the form. */
  readonly heading: string;
}
