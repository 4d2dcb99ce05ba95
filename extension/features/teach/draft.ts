/** A profile in the making: the form as it stands on the page, and what the clerk has said about it by now. */
import { maskResidentIds } from '@baosong/shared/identifiers/resident-id.ts';
import { doublePublicityKinds } from '@baosong/shared/standards/field.ts';
import type { FieldId, DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import { buttonScope } from '../../form/collect.ts';
import type { FormRecord } from '../../form/field-record.ts';
import type { CollectedForm, FrameState } from '../../form/frame-state.ts';
import {
  type ButtonMeaning,
  type ControlMeaning,
  type ControlSelector,
  type ProfileContent,
  routeOf,
  selectorOf,
} from '../../form/profile.ts';
import type { Taught } from '../../form/recognise.ts';
import { type Recognise, createRecogniser } from '../../form/recogniser.ts';
import { wordsOn } from '../../form/lent-words.ts';
import { buttonSelectorOf } from '../../form/taught-buttons.ts';
import { pressable } from '../../form/zero-report.ts';

/** One control of the form. */
export interface DraftControl {
  readonly root: HTMLElement;
  /** Where it is pointed at. */
  readonly anchor: HTMLElement;
  readonly label: string;
  readonly selector: ControlSelector;
  readonly meaning: ControlMeaning;
  /** What recognition makes of it beside what was taught. */
  readonly recognised: FieldId | null;
}

export interface DraftButton {
  readonly root: HTMLElement;
  readonly label: string;
  readonly meaning: ButtonMeaning | null;
}

export interface Draft {
  kind: DoublePublicityKind;
  name: string;
  readonly controls: () => readonly DraftControl[];
  readonly buttons: () => readonly DraftButton[];
  readonly teachControl: (root: HTMLElement, meaning: ControlMeaning) => void;
  readonly teachButton: (root: HTMLElement, meaning: ButtonMeaning | null) => void;
  /** Whether anything was taught since it was begun. */
  readonly changed: () => boolean;
  /** Looks at the page anew: the clerk has worked in it. */
  readonly lookAgain: () => Promise<void>;
  readonly content: () => ProfileContent;
}

const longestName = 40;
const mostButtons = 40;

/** What a form is recognised as, waited for. */
type Known = (form: FormRecord, taught: Taught | null) => Promise<ReturnType<Recognise>>;

/** The form that is to be taught: the one that is recognised best, else the largest. */
async function formToTeach(
  forms: readonly CollectedForm[],
  known: Known,
): Promise<CollectedForm | null> {
  const weights = await Promise.all(
    forms.map(async ({ record }) => {
      const recognition = await known(record, null);
      const recognised = recognition ? 1000 + recognition.fields.length * 2 : 0;
      return recognised + record.fields.length;
    }),
  );
  return forms[weights.indexOf(Math.max(...weights))] ?? null;
}

async function guessedKind(record: FormRecord, known: Known): Promise<DoublePublicityKind> {
  const recognition = await known(record, null);
  if (recognition) return recognition.kind;
  if (record.heading.includes('处罚') !== record.heading.includes('许可')) {
    return record.heading.includes('处罚') ? 'penalty' : 'licence';
  }
  // What is taught is not doubted: each kind says how many of its fields there are.
  const [licence, penalty] = await Promise.all(
    doublePublicityKinds.map(async (kind) => {
      const reading = await known(record, { kind, fields: [], ignored: [] });
      return reading?.fields.length ?? 0;
    }),
  );
  return (penalty ?? 0) > (licence ?? 0) ? 'penalty' : 'licence';
}

/** Takes out of a text of the page what stands in its controls. */
function withoutValues(text: string, values: readonly string[]): string {
  return values.some((value) => text.includes(value)) || maskResidentIds(text) !== text ? '' : text;
}

/**
 * Begins a draft, from the profile that serves this form already if there is one.
 *
 * @param arrived is called when more is recognised than when the draft was last looked at.
 * @returns `null` where there is no form to teach.
 * @throws an Error with a sentence for the clerk where the frame cannot be read.
 */
export async function beginDraft(state: FrameState, arrived: () => void): Promise<Draft | null> {
  const { toBackground } = state.messages;
  if (state.engine === null) await toBackground('page/engine-wanted', {});
  const { collectForms, taught: reader } = state;
  if (!collectForms) throw new Error('所需的脚本没有载入，请刷新页面后再试');
  const { recognise, ready } = createRecogniser(
    (question) => toBackground('page/recognise', question),
    arrived,
  );
  const known: Known = async (record, about) => {
    const question = { form: record, taught: about, step: null };
    if (recognise(question) === undefined) await ready();
    return recognise(question);
  };
  const route = routeOf(location.href);
  let form = await formToTeach(collectForms(), known);
  if (form === null) return null;

  const meanings = new Map<HTMLElement, { selector: ControlSelector; meaning: ControlMeaning }>();
  const buttonMeanings = new Map<HTMLElement, ButtonMeaning>();
  let changed = false;

  const selectorsIn = ({ controls, record }: CollectedForm): ControlSelector[] => {
    const values = controls
      .filter(({ shape }) => shape !== 'choice' && shape !== 'choices')
      .map((control) => control.driver.read(control).trim())
      .filter((value) => value.length > 1);
    return record.fields.map((field) => {
      const { label, group, ...rest } = selectorOf(field);
      return { ...rest, label: withoutValues(label, values), group: withoutValues(group, values) };
    });
  };
  let selectors = selectorsIn(form);

  const use = reader?.about(form.record) ?? null;
  for (const [id, index] of use?.taught?.fields ?? []) set(index, id);
  for (const index of use?.taught?.ignored ?? []) set(index, 'ignored');
  function set(index: number, meaning: ControlMeaning): void {
    const root = form?.controls[index]?.root;
    const selector = selectors[index];
    if (root && selector) meanings.set(root, { selector, meaning });
  }
  const kind = use?.profile.kind ?? (await guessedKind(form.record, known));

  const allButtons = (): HTMLElement[] => {
    const scope = form === null ? document : buttonScope(form.root);
    const near = Array.from(scope.querySelectorAll<HTMLElement>(pressable));
    const rest = Array.from(document.querySelectorAll<HTMLElement>(pressable));
    return [...new Set([...near, ...rest])].filter(
      (button) => wordsOn(button) !== '' && button.getClientRects().length > 0,
    );
  };
  for (const button of use ? allButtons() : []) {
    const meaning = reader?.meaningOf(button) ?? null;
    if (meaning !== null) buttonMeanings.set(button, meaning);
  }

  const taught = (): Taught => {
    const fields: [FieldId, number][] = [];
    const ignored: number[] = [];
    form?.controls.forEach(({ root }, index) => {
      const meaning = meanings.get(root)?.meaning ?? null;
      if (meaning === 'ignored') ignored.push(index);
      else if (meaning !== null) fields.push([meaning, index]);
    });
    return { kind: draft.kind, fields, ignored };
  };

  const draft: Draft = {
    kind,
    name: use?.note.name ?? (document.title.trim().slice(0, longestName) || '报送表单'),
    controls() {
      if (form === null) return [];
      const recognition = recognise({ form: form.record, taught: taught(), step: null });
      const fieldAt = new Map(recognition?.fields.map(([id, index]) => [index, id]));
      return form.controls.map((control, index) => {
        const meaning = meanings.get(control.root)?.meaning ?? null;
        const selector = selectors[index];
        return {
          root: control.root,
          anchor: control.driver.anchor(control),
          label: selector?.label ?? '',
          selector: selector ?? { names: [], label: '', group: '', shape: control.shape },
          meaning,
          recognised: meaning === null ? (fieldAt.get(index) ?? null) : null,
        };
      });
    },
    buttons() {
      return allButtons()
        .slice(0, mostButtons)
        .map((root) => ({ root, label: wordsOn(root), meaning: buttonMeanings.get(root) ?? null }));
    },
    teachControl(root, meaning) {
      changed = true;
      for (const [other, entry] of meanings) {
        // One field stands in one place.
        if (meaning !== null && meaning !== 'ignored' && entry.meaning === meaning) {
          meanings.delete(other);
        }
      }
      const index = form?.controls.findIndex((control) => control.root === root) ?? -1;
      if (meaning === null) meanings.delete(root);
      else set(index, meaning);
    },
    teachButton(root, meaning) {
      changed = true;
      if (meaning === null) buttonMeanings.delete(root);
      else buttonMeanings.set(root, meaning);
    },
    changed: () => changed,
    async lookAgain() {
      const before = form?.root;
      const again = collectForms();
      form = again.find(({ root }) => root === before) ?? (await formToTeach(again, known)) ?? form;
      if (form === null) return;
      selectors = selectorsIn(form);
      const present = new Set(form.controls.map(({ root }) => root));
      for (const [root, entry] of [...meanings]) {
        if (present.has(root)) continue;
        // A page that was drawn anew has other elements for the same controls.
        const key = JSON.stringify(entry.selector);
        const twins = form.controls.filter(
          (control, index) =>
            !meanings.has(control.root) && JSON.stringify(selectors[index]) === key,
        );
        const [twin] = twins;
        if (twin === undefined || twins.length > 1) continue;
        meanings.delete(root);
        meanings.set(twin.root, entry);
      }
    },
    content() {
      const controls = draft.controls();
      const present = new Set(controls.map(({ root }) => root));
      const hidden = [...meanings].filter(([root]) => !present.has(root));
      return {
        name: draft.name.trim(),
        origin: self.origin,
        route,
        kind: draft.kind,
        controls: [
          ...controls.map(({ selector, meaning }) => ({ selector, meaning })),
          ...hidden.map(([, entry]) => entry),
        ],
        buttons: [...buttonMeanings]
          .filter(([root]) => root.isConnected)
          .map(([root, meaning]) => ({ selector: buttonSelectorOf(root), meaning })),
      };
    },
  };
  return draft;
}
