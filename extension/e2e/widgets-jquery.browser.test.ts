/** Forms of the libraries of the jQuery era, and of plain controls in nested frames. */
import { describeWidgetPages, platformCodes } from './harness/widget-pages.ts';

describeWidgetPages([
  { path: 'native-licence.html', kind: 'licence', submit: '提 交', codes: platformCodes },
  {
    path: 'frameset.html',
    frame: 'native-licence.html',
    kind: 'licence',
    submit: '提 交',
    codes: platformCodes,
  },
]);
