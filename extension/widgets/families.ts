/**
 * Widget libraries whose drivers are injected on demand, each from a script of its own, and the cheap
 * signs by which a page shows that it uses one.
 */

/** The calendars that the platforms use most. */
const laydate = 'script[src*=wdate i],script[src*=lay i],.Wdate,[lay-key],[onclick*=Wdate]';
/** Any other calendar. */
const pickers =
  'script[src*=date i]:not([src*=wdate i]):not([src*=lay i]),[class*=picker i]:not([class*=-picker]),.flatpickr-input';

/**
 * A selector for each family that matches as soon as one of its widgets is on the page. Those that know one
 * library come before those that take any text box.
 */
export const signs = {
  // Boxes as narrow as a year or a day, and lists as long as a month.
  dates: '[maxlength="4"],[size="4"],[maxlength="2"],[size="2"],option:nth-child(31)',
  easyui: '.textbox-f,.combo-f,.spinner-f,.numberbox-f',
  layui: '[class*=layui-form-s],.layui-form-radio,.layui-form-checkbox,.layui-table-view,xm-select',
  plugins: '.iCheck-helper,[class*=select2],[class*=select]>select,select[style*="display: none"]',
  combos: '[class*=combobox]>input',
  laydate,
  pickers,
  components:
    '[class*=form-item]:not([class*=layui]),[class*=form__item],.el-input,.ant-input,.ant-select,.ant-picker,[role=combobox],[role=radiogroup],[role=checkbox],[contenteditable]',
  // Takes every text box that no other driver knows, so it comes last.
  calendar: `${laydate},${pickers}`,
} as const;

/** A widget library, or several that are driven alike. */
export type WidgetFamily = keyof typeof signs;

/** All families. */
export const widgetFamilies = /* @__PURE__ */ Object.keys(signs) as WidgetFamily[];

/** The script that brings a family's drivers into a frame. */
export function scriptOf(family: WidgetFamily): `/widgets-${WidgetFamily}.js` {
  return `/widgets-${family}.js`;
}
