/** By what a page shows that a form is spread over steps, tabs or parts that fold. */
import { buttonWords } from './buttons.ts';
import { pressedButton, wordsOn } from './zero-report.ts';

const step = /^(下一步|上一步|下一页|上一页|继续(填写|填报)?)$/;
const tabs =
  '[role=tab],[class*=tabs__item],[class*=tabs-tab],[class*=steps-item],.el-step,.n-step,[class*=collapse][class*=header],.layui-tab-title li,[class*=tabs] li,[class*=step] li';

const leadsOn = (button: HTMLElement): boolean => step.test(buttonWords(wordsOn(button)));

/** What leads to the other steps of a page: its tabs and folding parts, and buttons. */
export function stepSigns(): HTMLElement[] {
  const signs = document.querySelectorAll<HTMLElement>(`${tabs},button,a,input[type=button]`);
  return Array.from(signs).filter((sign) => sign.matches(tabs) || leadsOn(sign));
}

/** Whether a page has steps or tabs besides the one that is shown. */
export function hasSteps(): boolean {
  const signs = stepSigns();
  return signs.length > 1 || signs.some(leadsOn);
}

/** Whether what was pressed leads to another step. */
export function leadsToStep(event: Event): boolean {
  const button = pressedButton(event);
  if (button !== null && leadsOn(button)) return true;
  return event.target instanceof Element && event.target.closest(tabs) !== null;
}
