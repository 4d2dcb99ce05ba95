/** The page's answer to a submission, found in the words that it shows. */
import { isShown } from '../widgets/anatomy.ts';
import { shownLines } from './frame-state.ts';

/** What the page answered. */
export interface PageAnswer {
  readonly outcome: 'success' | 'failure';
  readonly evidence: 'message' | 'navigation' | 'list';
  /** The line that says so, as it stands on the page; what is kept of it is made free of identity numbers. */
  readonly text: string;
}

const done = '(提交|[上申]报|报送|受理|保存|操作|登记|新增|添加|录入|修改|更新)(数据|信息|记录)?';
const failed = new RegExp(`${done}(未成功|不成功|失败|出错)`);
/** 成功0条 is none, and 提交成功后不可修改 is said before. */
const isDone = '(成功|完成)(?!后|[:：\\s]*0)';
// A menu may say 已报送记录 and a list 回执号: a receipt has a number, and 已报送 ends what it says.
const succeeded = new RegExp(
  `${done}已?${isDone}|成功${done}|(受理|回执|登记)编?号[为是:：\\s]*[\\w-]{2,}|已(登记|受理|收到|保存|提交|[上申]报|报送|零报送)($|[，。！,!；;])`,
);
/** What pages keep for themselves meanwhile. */
const notTheForm = /草稿|暂存|自动|附件.*成功/;
/** The states that a list may be narrowed to, 上报成功 and 上报失败; an answer says one of them. */
const states = ['成功', '失败'];
const longestState = 5;
const complaint =
  /失败(?![:：\s]*0)|错误|不正确|有误|不合法|不能(为空|晚于|早于|超过|重复)|必填|拒绝|请(输入|填写|选择|勿重复|稍[后候])|系统(异常|繁忙)|重新登录|已经?存在|校验[不未]通过/;

/** What an empty select shows, which is no complaint. */
const prompt = /^[-—\s]*请(选择|输入|填写)/;

/** Elements that pages use to say something; elsewhere 错误 may be a menu item. */
const messages =
  '[role=alert],[role=status],.layui-layer-content,[class*=error],[class*=alert],[class*=message],[class*=noti],[class*=result]';

/** After this long in a new document without a complaint, the page has moved on. */
const settled = 1500;
const patience = 30_000;
const pause = 80;
const movePause = 300;

/** More than is kept, so that no identity number is cut before it can be told. */
const longestText = 400;

const worded = (line: string): string => line.slice(0, longestText);

/**
 * What lines of text answer, or `null` where they say nothing about it.
 *
 * @param complaints lines in which a mere 错误 or 不正确 counts as an answer.
 */
export function answerIn(
  lines: Iterable<string>,
  complaints: Iterable<string>,
): Pick<PageAnswer, 'outcome' | 'text'> | null {
  const said = Array.from(lines).filter((line) => !notTheForm.test(line));
  const isFilter = states.every((state) =>
    said.some((line) => line.length <= longestState && line.endsWith(state)),
  );
  const all = isFilter ? [] : said;
  const failure = all.find((line) => failed.test(line));
  const success = failure ?? all.find((line) => succeeded.test(line));
  const text = success ?? Array.from(complaints).find((line) => complaint.test(line));
  if (!text) return null;
  return { outcome: success && !failure ? 'success' : 'failure', text: worded(text) };
}

/** Shorter than this, what was sent may be part of any word. */
const leastSent = 4;

/** Lines without what was sent: violations speak of 错误 and 拒绝 too. */
export function withoutSent(lines: readonly string[], sent: readonly string[]): string[] {
  const texts = sent.flatMap((text) => text.split('\n')).filter((text) => text.length >= leastSent);
  return lines.map((line) => texts.reduce((rest, text) => rest.replace(text, ''), line));
}

/** Whether a new document is no answer: the platform could not make it, or wants the clerk to sign in anew. */
function isNoAnswer(): boolean {
  const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const passwords = Array.from(document.querySelectorAll<HTMLElement>('[type=password]'));
  return (arrival?.responseStatus ?? 0) >= 400 || passwords.some(isShown);
}

function messageLines(): string[] {
  return Array.from(document.querySelectorAll<HTMLElement>(messages))
    .filter(isShown)
    .flatMap((element) => element.innerText.split('\n'));
}

/** What is looked at while the page owes an answer. */
export interface Watched {
  /** Lines that stood there when the button was pressed, or `null` in a new document, where having moved on without a complaint is an answer too. */
  readonly before: ReadonlySet<string> | null;
  /** Whether the new document shows the same form filled in again. */
  readonly sentBack?: boolean;
  /** Says that the form has closed or was emptied, in Chinese, or `null` while it stands there. */
  readonly moved?: () => string | null;
  /** The document number, which a list may show once it was taken. */
  readonly number?: string;
  /** What was sent: the page shows it again in a list or details, where it answers nothing. */
  readonly sent?: readonly string[];
}

/**
 * Watches for the page's answer and reports it once; `null` where it has said nothing for long.
 *
 * @returns a function that stops watching.
 */
export function watchAnswer(
  { before, sentBack = false, moved = () => null, number = '', sent = [] }: Watched,
  report: (answer: PageAnswer | null) => void,
): () => void {
  let pending: ReturnType<typeof setTimeout> | null = null;
  let movedAt: number | null = null;

  const isNew = (line: string): boolean => before?.has(line.trim()) !== true;

  const end = (answer: PageAnswer): void => {
    stop();
    report(answer);
  };

  const look = (): void => {
    pending = null;
    const said = (all: Iterable<string>): string[] =>
      withoutSent(Array.from(all).filter(isNew), sent);
    const lines = said(shownLines());
    const aboutForm = before !== null || sentBack ? lines : [];
    const answer = answerIn(lines, [
      ...aboutForm.filter((line) => !prompt.test(line)),
      ...said(messageLines()),
    ]);
    if (answer !== null) end({ ...answer, evidence: 'message' });
  };

  /** A form that is gone for a while, without a word of failure, was taken. */
  const lookForMove = (): void => {
    const said = moved();
    movedAt = said === null ? null : (movedAt ?? Date.now());
    if (said === null || movedAt === null || Date.now() - movedAt < settled) return;
    const isListed = number !== '' && isNew(number) && shownLines().has(number);
    end({
      outcome: 'success',
      evidence: isListed ? 'list' : 'navigation',
      text: worded(isListed ? number : said),
    });
  };

  const observer = new MutationObserver(() => {
    pending ??= setTimeout(look, pause);
  });
  const moves = setInterval(lookForMove, movePause);
  const limit = setTimeout(
    () => {
      stop();
      if (before !== null) report(null);
      else if (!sentBack && !isNoAnswer())
        report({ outcome: 'success', evidence: 'navigation', text: worded(document.title) });
    },
    before === null ? settled : patience,
  );
  function stop(): void {
    observer.disconnect();
    clearTimeout(limit);
    clearInterval(moves);
    if (pending !== null) clearTimeout(pending);
  }
  observer.observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['class', 'style', 'hidden'],
  });
  look();
  return stop;
}
