/** What the words on a button say that it does. */

const submission = /^(确[定认]|立即|正式|一键)?(提交|[上申]报|报送)(审核|数据|信息|许可|处罚)?$/;
const somewhereSubmission = /提交|[上申]报|报送/;
const confirmation = /^(确[定认])?(保存|确[定认])(信息|数据|修改)?$/;
/** Beside a search these open a form, elsewhere they end it. */
const ending = /^(确认)?(录入|入库|登记|完成|发布|公示|办结)$/;
const query = /查[询找]|[搜检]索|筛选/;
/**
 * What sends no report: 批量上报 acts on the rows that a list has ticked, and 上报记录 and 提交须知 speak of
 * sending.
 */
const notSending =
  /批量|选|重置|清空|条件|查看|预览|暂存|临时|草稿|模板|取消|放弃|^[不未已待]|撤|[返退]回|关闭|导[出入]|下载|打印|删除|历史|列表|[上下]一步|无数据|零报|([交报]|报送).?[人录志计明知南况求度果间期态位]$/;

/**
 * The words on a button, without what platforms put around and between them: spaces, icons, (S), what is
 * done before and after: 保存并提交 submits, as 提交并返回 does.
 */
export function buttonWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\([A-Z]\)|[^\p{L}\d]/gu, '')
    .replace(/^.*[并后](?=提交|[上申]报|报送)|(?<=提交|[上申]报|报送|保存|确[定认])[并后].*/g, '');
}

const isHarmless = (words: string): boolean => query.test(words) || notSending.test(words);

/**
 * Whether pressing a button submits a report.
 *
 * @param words the button's words, see `buttonWords`.
 * @param inForm whether it stands inside the form or its dialog; outside, only clear words count.
 * @param others words of the form's other buttons: 保存 submits only where nothing else does.
 */
export function isSubmission(words: string, inForm: boolean, others: readonly string[]): boolean {
  if (words.length > 12 || isHarmless(words)) return false;
  if (submission.test(words)) return true;
  if (!inForm) return false;
  if (somewhereSubmission.test(words)) return true;
  return (
    (confirmation.test(words) || (ending.test(words) && !others.some(isQuery))) &&
    !others.some((other) => somewhereSubmission.test(other) && !isHarmless(other))
  );
}

/** Whether a form's own submit event, fired by a button with these words, may be a report. */
export function maySubmit(words: string): boolean {
  return !isHarmless(words);
}

/** Whether a button that is not known to submit may do so after all: 完成, 下发, an icon without words. */
export function mayBeSubmission(words: string): boolean {
  return maySubmit(buttonWords(words));
}

/** Whether pressing a button asks for data. */
export function isQuery(words: string): boolean {
  return query.test(words);
}

/** Whether a form with these buttons asks for data instead of reporting some. */
export function isQueryForm(buttons: readonly string[]): boolean {
  return (
    buttons.some(isQuery) &&
    !buttons.some((words) =>
      isSubmission(
        words,
        true,
        buttons.filter((other) => other !== words),
      ),
    )
  );
}
