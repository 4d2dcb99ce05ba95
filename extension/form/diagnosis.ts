/**
 * What support needs to know about the forms of a frame: labels, codes, widgets, shapes and decisions.
 * Never a value: what stands in a control is read only so that it can be struck out wherever the page
 * repeats it, and forms with a password input are not read at all.
 */
import { maskResidentIds } from '@baosong/shared/identifiers/resident-id.ts';
import { type DoublePublicityKind, choiceOf, fieldOf } from '@baosong/shared/standards/index.ts';
import type { Control } from '../widgets/widget.ts';
import { collectForms } from './collect.ts';
import type { ControlShape, FieldRecord, LabelCandidate } from './field-record.ts';
import { type CollectedForm, frameState } from './frame-state.ts';
import { type Refusal, decide } from './recognise.ts';

/** One control, as support sees it. */
export interface ControlDiagnosis {
  readonly labels: readonly LabelCandidate[];
  readonly groups: readonly string[];
  readonly codes: readonly string[];
  /** The widget family whose driver works it, or `general`. */
  readonly widget: string;
  readonly shape: ControlShape;
  readonly writable: boolean;
  readonly maxLength: number | null;
  /** How many options are known; those that are words of the standard stand in `knownOptions`. */
  readonly options: number;
  readonly knownOptions: readonly string[];
  /** The field that it was taken for, with the score, or `null`. */
  readonly takenFor: { readonly field: string; readonly score: number } | null;
}

export interface FormDiagnosis {
  readonly kind: DoublePublicityKind | null;
  readonly sure: boolean;
  readonly refusal: Refusal | null;
  /** How well the form reads as each kind. */
  readonly readings: readonly {
    readonly kind: DoublePublicityKind;
    readonly fields: number;
    readonly total: number;
  }[];
  readonly buttons: readonly string[];
  readonly controls: readonly ControlDiagnosis[];
}

export interface FrameDiagnosis {
  /** Address of the frame, without its query, and with every longer number left out. */
  readonly address: string;
  readonly engine: boolean;
  /** Widget families whose drivers are here. */
  readonly families: readonly string[];
  /** Controls of the whole document, whether in a form or not. */
  readonly controls: number;
  /** Forms that were passed over because they ask for a password. */
  readonly passwordForms: number;
  readonly forms: readonly FormDiagnosis[];
}

const struckOut = '＊＊＊';
/** A single character says nothing by itself, and stands in many labels. */
const shortestStruck = 2;
const longNumber = /\d{5,}/g;

/** Strikes out of page text what stands in the controls, identity numbers, and every longer number. */
function strikerFor(forms: readonly CollectedForm[]): (text: string) => string {
  const values = new Set<string>();
  for (const { driver, ...rest } of forms.flatMap(({ controls }) => controls)) {
    const value = driver.read({ driver, ...rest }).trim();
    for (const part of [value, ...value.split(/[;\n]/)]) {
      if (part.trim().length >= shortestStruck) values.add(part.trim());
    }
  }
  const longestFirst = [...values].sort((a, b) => b.length - a.length);
  return (text) => {
    let clean = maskResidentIds(text);
    for (const value of longestFirst) clean = clean.split(value).join(struckOut);
    return clean.replace(longNumber, struckOut);
  };
}

function familyOf({ driver }: Control): string {
  const families = Object.entries(frameState()?.drivers ?? {});
  return families.find(([, drivers]) => drivers.includes(driver))?.[0] ?? 'general';
}

function diagnoseForm(
  { record, controls }: CollectedForm,
  strike: (text: string) => string,
): FormDiagnosis {
  const { recognition, refusal, readings } = decide(record);
  const [best] = readings;
  const fieldAt = new Map(Array.from(best?.fields ?? [], ([id, index]) => [index, id]));
  const diagnoseControl = (field: FieldRecord, place: number): ControlDiagnosis => {
    const id = fieldAt.get(field.index);
    const taken = best && id ? fieldOf(best.kind, id) : undefined;
    const control = controls[place];
    return {
      // A title often repeats the value.
      labels: field.labels
        .filter(({ source }) => source !== 'title')
        .map(({ text, source }) => ({ text: strike(text), source })),
      groups: field.groups.map(strike),
      codes: field.codes.map(strike),
      widget: control ? familyOf(control) : 'general',
      shape: field.shape,
      writable: field.writable,
      maxLength: field.maxLength,
      options: field.options.length,
      knownOptions: taken
        ? field.options.filter((word) => choiceOf(taken, word) !== undefined)
        : [],
      takenFor: id ? { field: id, score: best?.points.get(id) ?? 0 } : null,
    };
  };
  return {
    kind: recognition?.kind ?? null,
    sure: recognition?.sure ?? false,
    refusal,
    readings: readings.map(({ kind, fields, total }) => ({ kind, fields: fields.size, total })),
    buttons: record.buttons.map(strike),
    controls: record.fields.map(diagnoseControl),
  };
}

/** Describes the forms of this frame. */
export function diagnoseFrame(): FrameDiagnosis {
  const forms = collectForms();
  const state = frameState();
  const passwords = document.querySelectorAll<HTMLInputElement>('input[type=password]');
  return {
    address: (location.origin + location.pathname).replace(longNumber, struckOut),
    engine: Boolean(state?.engine),
    families: Object.keys(state?.drivers ?? {}),
    controls: document.querySelectorAll('input,select,textarea').length,
    passwordForms: new Set(Array.from(passwords, ({ form }) => form)).size,
    forms: forms.map((form) => diagnoseForm(form, strikerFor(forms))),
  };
}
