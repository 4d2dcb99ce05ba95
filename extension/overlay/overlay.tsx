/** @jsxImportSource ./jsx */
/**
 * The overlay of one frame: `<baosong-overlay>` with an open shadow root. It lies over the page without
 * changing its layout, and shows only what the page itself holds.
 */
import type { FieldId } from '@baosong/shared/standards/index.ts';
import { recordKindLabels } from '@baosong/shared/standards/field.ts';
import { createAria } from './aria.ts';
import { type JSX, render } from './jsx/jsx-runtime.ts';
import { placeOverlay } from './layout.ts';
import css from './style.css?inline';
import {
  type DrawCards,
  type Mark,
  type OverlayActions,
  type OverlayView,
  countOf,
  countWords,
  levelLabels,
} from './view.ts';

/** Name of the host element, by which support and tests find it. */
export const hostName = 'baosong-overlay';

interface Local {
  /** The field whose popover is open. */
  readonly popover: FieldId | null;
  readonly listOpen: boolean;
}

export interface Overlay {
  readonly host: HTMLElement;
  readonly show: (view: OverlayView) => void;
  /** Opens the popover of a field that has a mark with findings; `null` closes it. */
  readonly openPopover: (id: FieldId | null) => void;
  /** The page has moved: places everything anew. */
  readonly place: () => void;
  /** Takes it off the page until there is something to show again. */
  readonly hide: () => void;
  readonly destroy: () => void;
}

const badges = { error: '!', warning: '!', info: 'i', ok: '✓' } as const;

interface MarkBadgeProps {
  readonly mark: Mark;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function MarkBadge({ mark, open, onToggle }: MarkBadgeProps): JSX.Element {
  return (
    <div class={`mark ${mark.level}`} data-mark={mark.id}>
      <span class="edge" />
      {mark.level === 'ok' ? (
        <span class="badge" aria-hidden="true">
          {badges.ok}
        </span>
      ) : (
        <button
          class="badge"
          type="button"
          aria-label={`${mark.label}：${levelLabels[mark.level]}`}
          aria-expanded={open}
          onClick={onToggle}
        >
          {badges[mark.level]}
        </button>
      )}
    </div>
  );
}

interface BarProps {
  readonly view: OverlayView;
  readonly onList: () => void;
  readonly onEndFill: () => void;
  readonly onTeach: () => void;
}

function Bar({ view, onList, onEndFill, onTeach }: BarProps): JSX.Element | null {
  const { kind, shown, duties, profile } = view;
  const changed = profile?.state === 'changed';
  if (kind === null && duties.length === 0 && view.remaining === 0 && !changed) return null;
  return (
    <div class="card bar" data-bar>
      <span class="brand">报送</span>
      {kind !== null && (
        <button type="button" onClick={onList} aria-haspopup="true">
          {recordKindLabels[kind]}
          {view.sure ? '' : '（请核对类型）'} · 识别 {view.recognised}/{view.total} 项 ·{' '}
          {!view.isChecked ? (
            <span class="count error">未能核验，请刷新页面</span>
          ) : shown.length === 0 ? (
            <span class="count ok">未见问题</span>
          ) : (
            <span class={`count ${countOf(shown, 'error') > 0 ? 'error' : 'warning'}`}>
              {countWords(shown) || `${shown.length} 处提示`}
            </span>
          )}
        </button>
      )}
      {view.remaining > 0 && (
        <span class="duty" role="status">
          还有 {view.remaining} 项在
          {view.undoing ? '其他步骤，走到时撤销' : '后面的步骤，走到时接着填'}
          <button type="button" onClick={onEndFill}>
            {view.undoing ? '不再撤销' : '不再填'}
          </button>
        </span>
      )}
      {profile && (
        <span class="profile" role="status">
          {changed
            ? `表单与教过的「${profile.name}」不同，已改用自动识别`
            : `按「${profile.name}」${profile.missing > 0 ? `，缺 ${profile.missing} 项` : ''}`}
        </span>
      )}
      {(changed || (kind !== null && !view.sure)) && (
        <button type="button" onClick={onTeach}>
          教它认这个表单
        </button>
      )}
      {duties.map(({ text, urgent }) => (
        <span class={urgent ? 'duty urgent' : 'duty'} role="status" key={text}>
          {text}
        </span>
      ))}
    </div>
  );
}

interface AppProps {
  readonly view: OverlayView;
  readonly local: Local;
  readonly change: (local: Local) => void;
  readonly actions: OverlayActions;
  readonly cards: JSX.Element | null;
}

function App({ view, local, change, actions, cards }: AppProps): JSX.Element {
  return (
    <div class="layer" lang="zh-CN">
      <style>{css}</style>
      {view.marks.map((mark) => (
        <MarkBadge
          key={mark.id}
          mark={mark}
          open={mark.id === local.popover}
          onToggle={() => change({ ...local, popover: local.popover === mark.id ? null : mark.id })}
        />
      ))}
      <Bar
        key="bar"
        view={view}
        onList={() => change({ ...local, listOpen: !local.listOpen })}
        onEndFill={actions.endFill}
        onTeach={actions.teach}
      />
      {cards}
    </div>
  );
}

const hasPanel = ({ zero, held, unchecked, fill }: OverlayView, { listOpen }: Local): boolean =>
  listOpen || [zero, held, unchecked, fill].some((content) => content !== null);

/** The mark whose popover is open. */
const openedIn = ({ marks }: OverlayView, { popover }: Local): Mark | null =>
  marks.find(({ id, findings }) => id === popover && findings.length > 0) ?? null;

/**
 * Creates the overlay; it stays out of the document until there is something to show.
 *
 * @param bringCards gets what draws popover and panel, once there is one to show.
 */
export function createOverlay(
  actions: OverlayActions,
  bringCards: () => Promise<DrawCards>,
): Overlay {
  const host = document.createElement(hostName);
  const shadow = host.attachShadow({ mode: 'open' });
  const aria = createAria(host);
  let view: OverlayView | null = null;
  let local: Local = { popover: null, listOpen: false };
  let frame = 0;
  let drawCards: DrawCards | null = null;
  let isOnItsWay = false;

  const place = (): void => {
    if (frame !== 0 || view === null) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (view !== null) placeOverlay(shadow, view.marks, view.keepClear);
    });
  };

  const draw = (): void => {
    if (view === null) return;
    let cards: JSX.Element | null = null;
    const opened = openedIn(view, local);
    if (opened !== null || hasPanel(view, local)) {
      if (drawCards === null) void takeCards();
      else cards = drawCards(view, opened, local.listOpen ? closeList : null, actions);
    }
    render(
      <App view={view} local={local} change={change} actions={actions} cards={cards} />,
      shadow,
    );
    placeOverlay(shadow, view.marks, view.keepClear);
  };

  const closeList = (): void => change({ ...local, listOpen: false });

  async function takeCards(): Promise<void> {
    if (isOnItsWay) return;
    isOnItsWay = true;
    try {
      drawCards = await bringCards();
      draw();
    } catch (error) {
      reportError(error);
    }
    isOnItsWay = false;
  }

  function change(next: Local): void {
    local = next;
    draw();
  }

  // Keys typed here belong to the clerk's reason, not to the page's shortcuts.
  const keepKeys = (event: Event): void => event.stopPropagation();
  for (const type of ['keydown', 'keyup', 'keypress'] as const)
    shadow.addEventListener(type, keepKeys);

  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || view === null) return;
    if (local.popover !== null || local.listOpen) {
      change({ popover: null, listOpen: false });
    } else if (view.zero !== null) actions.dismissZero();
    else if (view.held !== null) actions.dismissHeld();
    else if (view.unchecked !== null) actions.dismissUnchecked();
    else if (view.fill !== null) actions.dismissFill();
    else return;
    event.stopPropagation();
  };
  window.addEventListener('keydown', closeOnEscape, true);
  window.addEventListener('scroll', place, { capture: true, passive: true });
  window.addEventListener('resize', place);

  const hide = (): void => {
    cancelAnimationFrame(frame);
    frame = 0;
    view = null;
    aria.describe([]);
    render(null, shadow);
    host.remove();
  };

  return {
    host,
    show(next) {
      view = next;
      Object.assign(host.dataset, {
        state: next.state,
        recordKind: next.kind ?? '',
        generation: next.generation ?? '',
        fieldsRecognised: String(next.recognised),
        fieldsTotal: String(next.total),
        errors: String(countOf(next.shown, 'error')),
        warnings: String(countOf(next.shown, 'warning')),
        profile: next.profile?.state ?? '',
      });
      if (host.parentElement !== next.within) next.within.append(host);
      aria.describe(next.marks);
      draw();
    },
    openPopover(id) {
      if (id !== local.popover) change({ ...local, popover: id });
    },
    place,
    hide,
    destroy() {
      hide();
      window.removeEventListener('keydown', closeOnEscape, true);
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
    },
  };
}
