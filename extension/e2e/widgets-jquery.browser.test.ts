/** Forms of the libraries of the jQuery era, and of plain controls in nested frames. */
import { describeWidgetPages, platformCodes } from './harness/widget-pages.ts';

describeWidgetPages([
  { path: 'native-licence.html', kind: 'licence', submit: '提 交', codes: platformCodes },
  {
    path: 'frameset.html',
    frame: 'my97-licence.html',
    kind: 'licence',
    submit: '保 存',
    codes: platformCodes,
  },
  { path: 'my97-licence.html', kind: 'licence', submit: '保 存', codes: platformCodes },
  { path: 'laydate-licence.html', kind: 'licence', submit: '提 交', codes: platformCodes },
  { path: 'bootstrap-penalty.html', kind: 'penalty', submit: '保存', codes: platformCodes },
]);
