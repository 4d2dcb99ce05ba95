/** @jsxImportSource ./jsx */
/** The panel at the right: a held submission, a held zero report, a fill's result, the findings. */
import { recordKindLabels } from '@baosong/shared/standards/field.ts';
import type { FieldId } from '@baosong/shared/standards/index.ts';
import type { Finding } from '@baosong/shared/validation/finding.ts';
import type { FillResult } from '../messages.ts';
import type { ComponentChildren, JSX } from './jsx/jsx-runtime.ts';
import {
  type FillLine,
  type HeldSubmission,
  type HeldZero,
  type OverlayActions,
  type OverlayView,
  countOf,
  countWords,
  tagOf,
} from './view.ts';

const shortestReason = 2;

interface PanelProps {
  readonly tone: string;
  readonly heading: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

const takeFocus = (heading: HTMLElement | null): void => heading?.focus({ preventScroll: true });

/** The frame of every panel. Its heading is announced and takes the focus, as in an error summary. */
function Panel({ tone, heading, onClose, children }: PanelProps): JSX.Element {
  return (
    <section class={`card panel ${tone}`} data-panel aria-label={heading}>
      <header>
        <h2 ref={takeFocus} tabIndex={-1}>
          <div role="alert">{heading}</div>
        </h2>
        <button class="close" type="button" aria-label="关闭" onClick={onClose}>
          ×
        </button>
      </header>
      {children}
    </section>
  );
}

interface LineProps {
  readonly tone: string;
  readonly tag: string;
  readonly words: string;
  readonly onPress: () => void;
}

/** A line that leads to its field. */
function Line({ tone, tag, words, onPress }: LineProps): JSX.Element {
  return (
    <li>
      <button class={`line ${tone}`} type="button" onClick={onPress}>
        <span class="tag">{tag}</span>
        <span class="words">{words}</span>
      </button>
    </li>
  );
}

interface FindingLinesProps {
  readonly findings: readonly Finding[];
  readonly elsewhere: readonly FieldId[];
  readonly goTo: OverlayActions['goTo'];
}

function FindingLines({ findings, elsewhere, goTo }: FindingLinesProps): JSX.Element {
  const ordered = (['error', 'warning', 'info'] as const).flatMap((level) =>
    findings.filter((finding) => finding.level === level),
  );
  return (
    <ul class="lines">
      {ordered.map((finding) => (
        <Line
          key={`${finding.code}:${finding.fields.join()}`}
          tone={finding.level}
          tag={tagOf(finding) + (elsewhere.includes(finding.fields[0]) ? ' · 在其他步骤' : '')}
          words={finding.message}
          onPress={() => goTo(finding.fields[0])}
        />
      ))}
    </ul>
  );
}

interface ReasonProps {
  readonly label: string;
  readonly action: string;
  readonly onReason: (reason: string) => void;
}

function Reason({ label, action, onReason }: ReasonProps): JSX.Element {
  const reasonIn = (form: HTMLFormElement): string =>
    form.querySelector('textarea')?.value.trim() ?? '';
  const isGiven = (form: HTMLFormElement): boolean => reasonIn(form).length >= shortestReason;
  return (
    <form
      onInput={({ currentTarget: form }) => {
        const button = form.querySelector('button');
        if (button !== null) button.disabled = !isGiven(form);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (isGiven(event.currentTarget)) onReason(reasonIn(event.currentTarget));
      }}
    >
      <label>
        {label}
        <textarea maxLength={200} />
      </label>
      <button class="action danger" type="submit" disabled>
        {action}
      </button>
    </form>
  );
}

const pressAgain = (button: string): JSX.Element => (
  <div class="pass" role="status">
    已放行。请在 30 秒内再点一次页面上的{button}按钮，理由会随记录保存。
  </div>
);

interface HeldPanelProps {
  readonly held: HeldSubmission;
  readonly elsewhere: readonly FieldId[];
  readonly actions: OverlayActions;
}

function HeldPanel({ held, elsewhere, actions }: HeldPanelProps): JSX.Element {
  const errors = countOf(held.findings, 'error');
  return (
    <Panel
      tone={errors > 0 ? 'error' : 'warning'}
      heading={`已拦下这次提交：${countWords(held.findings)}`}
      onClose={actions.dismissHeld}
    >
      {held.open ? (
        pressAgain('提交')
      ) : (
        <>
          <p>点一行，到对应的栏目修改；改好后照常提交。</p>
          <div class="scroll">
            <FindingLines findings={held.findings} elsewhere={elsewhere} goTo={actions.goTo} />
          </div>
          <Reason
            label={errors > 0 ? '确认无误、仍要提交的理由' : '提醒已核对，仍要提交的理由'}
            action="仍要提交"
            onReason={actions.override}
          />
        </>
      )}
    </Panel>
  );
}

interface UncheckedPanelProps {
  readonly findings: readonly Finding[];
  readonly elsewhere: readonly FieldId[];
  readonly actions: OverlayActions;
}

/** What the page sent by itself could not be held; the clerk is told afterwards. */
function UncheckedPanel({ findings, elsewhere, actions }: UncheckedPanelProps): JSX.Element {
  return (
    <Panel
      tone="warning"
      heading="网页自行提交了，这次没有经过检查"
      onClose={actions.dismissUnchecked}
    >
      <p>台账已记下这次提交和这一点。请到平台核对；有误的，按平台的更正办法处理。</p>
      <div class="scroll">
        <FindingLines findings={findings} elsewhere={elsewhere} goTo={actions.goTo} />
      </div>
    </Panel>
  );
}

interface ZeroPanelProps {
  readonly zero: HeldZero;
  readonly actions: OverlayActions;
}

function ZeroPanel({ zero, actions }: ZeroPanelProps): JSX.Element {
  const kind = zero.kinds.map((each) => recordKindLabels[each]).join('、');
  if (zero.recorded.length === 0)
    return (
      <Panel tone="info" heading="零报送还没有发出" onClose={actions.dismissZero}>
        <p>
          按下时还在核对台账。现已核对：{zero.week}没有{kind}记录，请再按一次。
        </p>
      </Panel>
    );
  return (
    <Panel
      tone="warning"
      heading={`已拦下零报送：${zero.week}已有 ${zero.recorded.length} 条${kind}记录`}
      onClose={actions.dismissZero}
    >
      <p>
        已知的{zero.week}
        {kind}，文书号如下。有数据的一周不能零报送。
      </p>
      <ul class="lines scroll">
        {zero.recorded.map((number) => (
          <li class="line" key={number}>
            {number}
          </li>
        ))}
      </ul>
      {zero.open ? (
        pressAgain('零报送')
      ) : (
        <Reason
          label="台账有误、仍要零报送的理由"
          action="仍要零报送"
          onReason={actions.overrideZero}
        />
      )}
    </Panel>
  );
}

interface FillPanelProps {
  readonly lines: readonly FillLine[];
  readonly actions: OverlayActions;
}

const resultLabels: Readonly<Record<FillResult, string>> = {
  filled: '已填',
  refused: '页面拒收',
  manual: '需手工',
  later: '后面的步骤',
};
const resultTones: Readonly<Record<FillResult, string>> = {
  filled: 'ok',
  refused: 'error',
  manual: 'warning',
  later: 'info',
};

interface FillLinesProps {
  readonly lines: readonly FillLine[];
  readonly goTo: OverlayActions['goTo'];
}

function FillLines({ lines, goTo }: FillLinesProps): JSX.Element {
  return (
    <ul class="lines">
      {lines.map(({ id, label, result }) => (
        <Line
          key={id}
          tone={resultTones[result]}
          tag={resultLabels[result]}
          words={label}
          onPress={() => goTo(id)}
        />
      ))}
    </ul>
  );
}

function FillPanel({ lines, actions }: FillPanelProps): JSX.Element {
  const filled = lines.filter(({ result }) => result === 'filled');
  const open = (['refused', 'manual', 'later'] as const).flatMap((result) =>
    lines.filter((line) => line.result === result),
  );
  return (
    <Panel
      tone={open.length === 0 ? 'ok' : 'warning'}
      heading={`已填 ${filled.length} 项，共 ${lines.length} 项`}
      onClose={actions.dismissFill}
    >
      <div class="scroll">
        <FillLines lines={open} goTo={actions.goTo} />
        <details>
          <summary>已填的 {filled.length} 项</summary>
          <FillLines lines={filled} goTo={actions.goTo} />
        </details>
      </div>
      <footer>
        <button class="action" type="button" onClick={actions.undoFill}>
          撤销这次填写
        </button>
        <button class="action primary" type="button" onClick={actions.dismissFill}>
          知道了
        </button>
      </footer>
    </Panel>
  );
}

interface FindingsPanelProps extends FindingLinesProps {
  readonly onClose: () => void;
}

function FindingsPanel({ findings, elsewhere, goTo, onClose }: FindingsPanelProps): JSX.Element {
  const words = countWords(findings);
  return (
    <Panel
      tone={countOf(findings, 'error') > 0 ? 'error' : 'info'}
      heading={words === '' ? '目前没有发现问题' : `目前有 ${words}`}
      onClose={onClose}
    >
      <div class="scroll">
        <FindingLines findings={findings} elsewhere={elsewhere} goTo={goTo} />
      </div>
    </Panel>
  );
}

/**
 * The panel that a view has, the most urgent one; `null` where it has none.
 *
 * @param closeList closes the list of findings, or `null` where it is not open.
 */
export function panelOf(
  view: OverlayView,
  closeList: (() => void) | null,
  actions: OverlayActions,
): JSX.Element | null {
  if (view.zero !== null) return <ZeroPanel zero={view.zero} actions={actions} />;
  const { elsewhere } = view;
  if (view.held !== null)
    return <HeldPanel held={view.held} elsewhere={elsewhere} actions={actions} />;
  if (view.unchecked !== null)
    return <UncheckedPanel findings={view.unchecked} elsewhere={elsewhere} actions={actions} />;
  if (view.fill !== null) return <FillPanel lines={view.fill} actions={actions} />;
  if (closeList === null) return null;
  const { goTo } = actions;
  return (
    <FindingsPanel findings={view.shown} elsewhere={elsewhere} goTo={goTo} onClose={closeList} />
  );
}
