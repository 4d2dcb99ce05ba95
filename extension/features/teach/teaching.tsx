/**
 * 教它认这个表单: the clerk points at a field or picks it from the list, says what it is, and the page is
 * known from then on. Everything works by keyboard too, and nothing of the page runs meanwhile.
 */
import { recordKindLabels, doublePublicityKinds } from '@baosong/shared/standards/field.ts';
import type { DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import { type JSX, render } from 'preact';
import type { FrameState } from '../../form/frame-state.ts';
import type { ButtonMeaning, ControlMeaning } from '../../form/profile.ts';
import { type Draft, type DraftButton, type DraftControl, beginDraft } from './draft.ts';
import { type Choice, type ControlChoices, buttonChoices, search } from './meanings.ts';
import { type Target, targetOf, insulate } from './pointing.ts';
import css from './style.css?inline';

/** Name of the host element. */
export const hostName = 'baosong-teach';

const noForm = '这个页面上没有可以教的表单。请先打开填报页面，再点「教它认这个表单」。';
const unlabelled = '（没有标签）';
const discard = '还没有保存。再按一次 Esc 就放弃，或点「保存」。';

type AnyMeaning = ControlMeaning | ButtonMeaning;

interface View {
  /** What is being given a meaning. */
  chosen: Target | null;
  under: Target | null;
  typed: string;
  active: number;
  /** The clerk works in the page; pointing rests. */
  resting: boolean;
  left: boolean;
  sentence: string | null;
  failed: boolean;
  leaving: boolean;
}

type Choices = readonly Choice<AnyMeaning>[];

const labelOfMeaning = (choices: Choices, meaning: AnyMeaning): string =>
  choices.find((choice) => choice.meaning === meaning)?.label ?? '';

function meaningWords(choices: Choices, control: DraftControl): string {
  if (control.meaning !== null) return labelOfMeaning(choices, control.meaning);
  if (control.recognised !== null) return `自动：${labelOfMeaning(choices, control.recognised)}`;
  return '未指定';
}

function FrameBox(props: {
  readonly target: Target;
  readonly words: string;
  readonly chosen: boolean;
}): JSX.Element {
  const { left, top, width, height } = props.target.anchor.getBoundingClientRect();
  return (
    <div
      class={props.chosen ? 'frame chosen' : 'frame'}
      style={{ left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` }}
    >
      <span>{props.words}</span>
    </div>
  );
}

interface ChooserProps {
  readonly heading: string;
  readonly choices: Choices;
  readonly view: View;
  readonly change: (part: Partial<View>) => void;
  readonly choose: (meaning: AnyMeaning) => void;
}

/** The searchable list of meanings: a combo box whose list is always open. */
function Chooser({ heading, choices, view, change, choose }: ChooserProps): JSX.Element {
  const found = search(choices, view.typed);
  const active = Math.min(view.active, found.length - 1);
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      change({ active: (active + step + found.length) % Math.max(1, found.length) });
    } else if (event.key === 'Enter' && !event.isComposing) {
      const choice = found[active];
      if (choice) choose(choice.meaning);
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <h3 id="chooser">{heading}</h3>
      <input
        type="text"
        data-search
        role="combobox"
        aria-labelledby="chooser"
        aria-expanded="true"
        aria-controls="choices"
        aria-activedescendant={found[active] ? `choice-${active}` : undefined}
        autocomplete="off"
        placeholder="输入字段名称或代码查找"
        value={view.typed}
        onInput={(event) => change({ typed: event.currentTarget.value, active: 0 })}
        onKeyDown={onKey}
      />
      <ul id="choices" class="scroll" role="listbox" aria-labelledby="chooser">
        {found.map((choice, place) => (
          <li
            key={choice.label}
            id={`choice-${place}`}
            role="option"
            aria-selected={place === active}
            onClick={() => choose(choice.meaning)}
          >
            {choice.label}
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p class="quiet">没有这样的字段。</p> : null}
      <button type="button" onClick={() => change({ chosen: null })}>
        返回
      </button>
    </>
  );
}

interface ListsProps {
  readonly choices: Choices;
  readonly controls: readonly DraftControl[];
  readonly buttons: readonly DraftButton[];
  readonly pick: (target: Target) => void;
  readonly point: (target: Target | null) => void;
}

function Line(props: {
  readonly name: string;
  readonly meaning: string;
  readonly taught: boolean;
  readonly target: Target;
  readonly pick: ListsProps['pick'];
  readonly point: ListsProps['point'];
}): JSX.Element {
  const { name, meaning, taught, target, pick, point } = props;
  return (
    <li>
      <button
        type="button"
        class={taught ? 'line taught' : 'line'}
        onClick={() => pick(target)}
        onFocus={() => point(target)}
        onMouseEnter={() => point(target)}
      >
        <span class="name">{name}</span>
        <span class="meaning">{meaning}</span>
      </button>
    </li>
  );
}

function Lists({ choices, controls, buttons, pick, point }: ListsProps): JSX.Element {
  return (
    <div class="scroll">
      <h3>栏目</h3>
      <ul aria-label="栏目">
        {controls.map((control, place) => (
          <Line
            key={place}
            name={control.label || unlabelled}
            meaning={meaningWords(choices, control)}
            taught={control.meaning !== null}
            target={{ kind: 'control', root: control.root, anchor: control.anchor }}
            pick={pick}
            point={point}
          />
        ))}
      </ul>
      <h3>按钮</h3>
      <ul aria-label="按钮">
        {buttons.map(({ root, label, meaning }, place) => (
          <Line
            key={place}
            name={label}
            meaning={meaning === null ? '' : labelOfMeaning(buttonChoices, meaning)}
            taught={meaning !== null}
            target={{ kind: 'button', root, anchor: root }}
            pick={pick}
            point={point}
          />
        ))}
      </ul>
    </div>
  );
}

/** Where the host stands: what is modal lies over everything outside it. */
const topLayer = (): HTMLElement =>
  Array.from(document.querySelectorAll<HTMLElement>('dialog[open]')).pop() ??
  document.documentElement;

/** Opens the panel in its host; returns what draws it anew. */
function openPanel(
  state: FrameState,
  host: HTMLElement,
  draft: Draft,
  controlChoices: ControlChoices,
): () => void {
  state.teaching = true;
  const before = document.activeElement;
  const shadow = host.attachShadow({ mode: 'open' });
  let view: View = {
    chosen: null,
    under: null,
    typed: '',
    active: 0,
    resting: false,
    left: false,
    sentence: null,
    failed: false,
    leaving: false,
  };

  function end(): void {
    stopInsulation();
    for (const [target, type, listener] of listeners) {
      target.removeEventListener(type, listener, true);
    }
    render(null, shadow);
    host.remove();
    state.teaching = false;
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    state.engine?.refresh();
  }

  function leave(): void {
    if (view.chosen !== null) change({ chosen: null });
    else if (!draft.changed() || view.leaving) end();
    else change({ leaving: true, sentence: discard, failed: false });
  }

  async function save(): Promise<void> {
    if (draft.name.trim() === '') throw new Error('请填写名称，便于以后辨认。');
    await state.messages.toBackground('page/taught', draft.content());
  }

  const labelOf = (target: Target): string =>
    target.kind === 'button'
      ? (draft.buttons().find(({ root }) => root === target.root)?.label ?? '按钮')
      : draft.controls().find(({ root }) => root === target.root)?.label || unlabelled;

  const choicesFor = ({ kind }: Target): Choices =>
    kind === 'button' ? buttonChoices : controlChoices[draft.kind];

  function choose(meaning: AnyMeaning): void {
    const { chosen } = view;
    if (chosen === null) return;
    if (chosen.kind === 'button') {
      draft.teachButton(chosen.root, meaning as ButtonMeaning | null);
    } else draft.teachControl(chosen.root, meaning as ControlMeaning);
    const sentence = `「${labelOf(chosen)}」：${labelOfMeaning(choicesFor(chosen), meaning)}`;
    change({ chosen: null, under: null, sentence, failed: false, leaving: false });
  }

  function pick(target: Target): void {
    target.anchor.scrollIntoView({ block: 'center' });
    change({ chosen: target, under: null, typed: '', active: 0, sentence: null });
    shadow.querySelector<HTMLElement>('[data-search]')?.focus();
  }

  function change(part: Partial<View>): void {
    const back = view.chosen !== null && part.chosen === null ? view.chosen : null;
    view = { ...view, ...part };
    draw();
    if (part.active !== undefined) {
      shadow.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    }
    if (back === null) return;
    const targets = [...draft.controls(), ...draft.buttons()];
    const place = targets.findIndex(({ root }) => root === back.root);
    shadow.querySelectorAll<HTMLElement>('.line')[place]?.focus({ preventScroll: false });
  }

  /** From pointing to working in the page, and back. */
  async function turn(): Promise<void> {
    const { resting } = view;
    if (resting) await draft.lookAgain();
    state.teaching = resting;
    change({ resting: !resting, under: null });
  }

  function draw(): void {
    const { chosen, under, resting } = view;
    render(
      <div class="cover" lang="zh-CN">
        <style>{css}</style>
        <div class="layer" data-layer hidden={resting} />
        {under && under.root !== chosen?.root ? (
          <FrameBox target={under} words={labelOf(under)} chosen={false} />
        ) : null}
        {chosen ? <FrameBox target={chosen} words={labelOf(chosen)} chosen={true} /> : null}
        <section
          class={view.left ? 'panel left' : 'panel'}
          role="dialog"
          aria-label="教它认这个表单"
        >
          <div class="row">
            <h2 class="grow" tabIndex={-1}>
              教它认这个表单
            </h2>
            <button type="button" onClick={() => change({ left: !view.left })}>
              {view.left ? '移到右边' : '移到左边'}
            </button>
          </div>
          {chosen === null ? (
            <>
              <p class="quiet">
                {resting
                  ? '现在可以操作网页，例如选择类别让更多栏目出现。'
                  : '点网页上的栏目，或在下面选择，再说明它是什么。'}
              </p>
              <div class="row">
                <label class="grow">
                  信息类别{' '}
                  <select
                    value={draft.kind}
                    onChange={(event) => {
                      draft.kind = event.currentTarget.value as DoublePublicityKind;
                      draw();
                    }}
                  >
                    {doublePublicityKinds.map((kind) => (
                      <option key={kind} value={kind}>
                        {recordKindLabels[kind]}
                      </option>
                    ))}
                  </select>
                </label>
                <button
                  type="button"
                  aria-pressed={resting}
                  onClick={() => {
                    turn().catch(reportError);
                  }}
                >
                  {resting ? '继续指认' : '先操作网页'}
                </button>
              </div>
              <Lists
                choices={controlChoices[draft.kind]}
                controls={draft.controls()}
                buttons={draft.buttons()}
                pick={pick}
                point={(target) => change({ under: target })}
              />
              <label class="row">
                名称
                <input
                  class="grow"
                  type="text"
                  maxLength={40}
                  value={draft.name}
                  onInput={(event) => {
                    draft.name = event.currentTarget.value;
                  }}
                />
              </label>
            </>
          ) : (
            <Chooser
              heading={`「${labelOf(chosen)}」是什么？`}
              choices={choicesFor(chosen)}
              view={view}
              change={change}
              choose={choose}
            />
          )}
          <p role="status" class={view.failed ? 'bad' : ''}>
            {view.sentence}
          </p>
          {chosen === null ? (
            <div class="row">
              <button
                type="button"
                class="primary grow"
                onClick={() => {
                  save().then(end, (error: unknown) => {
                    const sentence = error instanceof Error ? error.message : String(error);
                    change({ sentence, failed: true });
                  });
                }}
              >
                保存
              </button>
              <button type="button" onClick={leave}>
                放弃
              </button>
            </div>
          ) : null}
        </section>
      </div>,
      shadow,
    );
  }

  const onEscape = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'keydown') leave();
  };
  const redraw = (): void => draw();
  const listeners: readonly (readonly [EventTarget, string, (event: Event) => void])[] = [
    [window, 'keydown', onEscape],
    [window, 'scroll', redraw],
    [window, 'resize', redraw],
  ];
  for (const [target, type, listener] of listeners) target.addEventListener(type, listener, true);

  const isLayer = (element: EventTarget | undefined): boolean =>
    element instanceof Element && element.matches('[data-layer]');
  const stopInsulation = insulate(host, {
    isLayer,
    over(element) {
      const target = element === undefined ? null : targetOf(element, draft);
      if (target?.root !== view.under?.root) change({ under: target });
    },
    picked(element) {
      const target = element === undefined ? null : targetOf(element, draft);
      if (target === null) {
        change({ sentence: '这里不是栏目，也不是按钮。请点输入框、选项或按钮。', failed: false });
      } else pick(target);
    },
  });

  draw();
  shadow.querySelector<HTMLElement>('h2')?.focus();
  return () => {
    if (host.isConnected) draw();
  };
}

/**
 * Starts teaching in this frame.
 *
 * @throws an Error with a sentence for the clerk where there is nothing to teach.
 */
export async function startTeaching(state: FrameState): Promise<void> {
  const open = document.querySelector(hostName);
  if (open !== null) {
    open.shadowRoot?.querySelector('h2')?.focus();
    return;
  }
  const host = document.createElement(hostName);
  // It is there before the panel is: teaching begins once, however often it was asked for.
  topLayer().append(host);
  let redraw = (): void => undefined;
  try {
    const [draft, choices] = await Promise.all([
      beginDraft(state, () => redraw()),
      state.messages.toBackground('page/control-choices', {}),
    ]);
    if (draft === null) throw new Error(noForm);
    redraw = openPanel(state, host, draft, choices);
  } catch (error) {
    host.remove();
    throw error;
  }
}
