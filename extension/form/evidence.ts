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

const failed = /(提交|上报|报送|申报|保存|操作|登记|新增|添加)(未成功|不成功|失败)/;
// A menu may say 已报送记录 and a list 回执号: a receipt has a number, and 已报送 ends what it says.
const succeeded =
  /(提交|上报|报送|申报|保存|操作|登记|新增|添加|受理)(已)?(成功|完成)|成功(提交|上报|报送|申报|登记|受理)|(受理|回执|登记)编?号[为是:：\s]*[\w-]{2,}|已(登记|受理|收到|报送|提交|上报|申报|零报送)($|[，。！,!；;])/;
const complaint =
  /失败|错误|不正确|有误|不合法|不能为空|不能晚于|不能早于|必填|拒绝|请(输入|填写|选择)/;

/** What an empty select shows, which is no complaint. */
const prompt = /^[-—\s]*请(选择|输入|填写)/;

/** Elements that pages use to say something; elsewhere 错误 may be a menu item. */
const messages =
  '[role=alert],[role=status],.el-message,.el-notification,.el-alert,.el-form-item__error,.layui-layer-msg,.layui-layer-content,.ant-message,.ant-notification,[class*=error],[class*=alert],[class*=message],[class*=notice],[class*=result]';

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
  const all = Array.from(lines);
  const failure = all.find((line) => failed.test(line));
  if (failure !== undefined) return { outcome: 'failure', text: worded(failure) };
  const success = all.find((line) => succeeded.test(line));
  if (success !== undefined) return { outcome: 'success', text: worded(success) };
  for (const line of complaints) {
    if (complaint.test(line)) return { outcome: 'failure', text: worded(line) };
  }
  return null;
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
}

/**
 * Watches for the page's answer and reports it once.
 *
 * @returns a function that stops watching.
 */
export function watchAnswer(
  { before, sentBack = false, moved = () => null, number = '' }: Watched,
  report: (answer: PageAnswer) => void,
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
    const lines = Array.from(shownLines()).filter(isNew);
    const aboutForm = before !== null || sentBack ? lines : [];
    const answer = answerIn(lines, [
      ...aboutForm.filter((line) => !prompt.test(line)),
      ...messageLines().filter(isNew),
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
      if (before === null && !sentBack) {
        report({ outcome: 'success', evidence: 'navigation', text: worded(document.title) });
      }
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
