/** What the words on a button say that it does. */

const submission =
  /^(确认|立即|正式|一键|保存并|确定并|审核并)?(提交|上报|报送|申报)(审核|数据|信息|记录|许可|处罚|表单)?$/;
const somewhereSubmission = /提交|上报|报送|申报/;
const confirmation = /^(保存|确定|确认)$/;
const harmless =
  /重置|清空|查询|搜索|检索|筛选|查找|暂存|草稿|取消|返回|关闭|导出|导入|下载|打印|删除|历史|记录查|列表|上一步|下一步|撤回|无数据|零报/;
const query = /查询|搜索|检索|筛选|查找/;
/** Acts on rows that a list has ticked, not on a form. */
const onRows = /批量|选中|勾选|所选/;

/** The words on a button, without the spaces that platforms put between two characters. */
export function buttonWords(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

/**
 * Whether pressing a button submits a report.
 *
 * @param words the button's words, see `buttonWords`.
 * @param inForm whether it stands inside the form or its dialog; outside, only clear words count.
 * @param others words of the form's other buttons: 保存 submits only where nothing else does.
 */
export function isSubmission(words: string, inForm: boolean, others: readonly string[]): boolean {
  if (words === '' || words.length > 12 || harmless.test(words) || onRows.test(words)) return false;
  if (submission.test(words)) return true;
  if (!inForm) return false;
  if (somewhereSubmission.test(words)) return true;
  return (
    confirmation.test(words) &&
    !others.some((other) => somewhereSubmission.test(other) && !harmless.test(other))
  );
}

/** Whether a form's own submit event, fired by a button with these words, may be a report. */
export function maySubmit(words: string): boolean {
  return !harmless.test(words);
}

/** Whether a button that is not known to submit may do so after all: 完成, 下发, an icon without words. */
export function mayBeSubmission(words: string): boolean {
  const plain = buttonWords(words);
  return !harmless.test(plain) && !onRows.test(plain);
}

/** Whether pressing a button asks for data. */
export function isQuery(words: string): boolean {
  return query.test(words);
}

/** Whether a form with these buttons asks for data instead of reporting some. */
export function isQueryForm(buttons: readonly string[]): boolean {
  return (
    buttons.some((words) => query.test(words)) &&
    !buttons.some((words) =>
      isSubmission(
        words,
        true,
        buttons.filter((other) => other !== words),
      ),
    )
  );
}
