/** Pages ask once more before they send; a clerk who says no there has submitted nothing. */
import { buttonWords } from './buttons.ts';
import { dialogs } from './collect.ts';
import { wordsOn } from './zero-report.ts';

const no = /^(取消|否|不[了提上报]?.{0,3}|暂不.{0,4}|再(看看|想想)|返回.{0,2}|关闭|close)$/i;
const asks = /[?？吗]|是否|(确[定认]|要).*(提交|上报|报送|申报|保存|登记)/;
const floating = `${dialogs},[role=tooltip],[class*=popconfirm],[class*=popover],[class*=message-box],[class*=swal]`;

/**
 * Whether a press says no to a page that asks whether to send.
 *
 * @param form what would be sent, which lies under such a question and not in it.
 */
export function declines(button: HTMLElement, form: HTMLElement | null): boolean {
  if (!no.test(buttonWords(wordsOn(button)))) return false;
  const question = button.closest(floating);
  return question !== null && !question.contains(form) && asks.test(question.textContent);
}
