/**
 * Widget libraries whose drivers are injected on demand, each from a script of its own, and the cheap
 * signs by which a page shows that it uses one.
 */

/** A selector for each family that matches as soon as one of its widgets is on the page. */
export const signs = {
  components:
    '[class*=form-item]:not([class*=layui]),[class*=form__item],.el-input,.ant-input,.ant-select,.ant-picker,[role=combobox],[role=radiogroup],[role=checkbox]',
} as const;

/** A widget library, or several that are driven alike. */
export type WidgetFamily = keyof typeof signs;

/** All families. */
export const widgetFamilies = Object.keys(signs) as WidgetFamily[];

/** The script that brings a family's drivers into a frame. */
export function scriptOf(family: WidgetFamily): `/widgets-${WidgetFamily}.js` {
  return `/widgets-${family}.js`;
}
