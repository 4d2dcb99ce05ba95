/** Forms of the libraries of the jQuery era, and of plain controls in nested frames. */
import { testWidgetPages } from './harness/widget-pages.ts';

testWidgetPages([
  { name: 'native', kind: 'licence' },
  { name: 'my97', kind: 'licence' },
  { name: 'frameset', frame: 'my97', kind: 'licence' },
  { name: 'laydate', kind: 'licence' },
  { name: 'own-calendar', kind: 'licence' },
  { name: 'own-combo', kind: 'penalty' },
  { name: 'bootstrap', kind: 'penalty' },
  { name: 'easyui', kind: 'penalty' },
  {
    name: 'easyui-datagrid',
    kind: 'licence',
    open: (page) => page.getByText('新增').click(),
  },
  { name: 'layui', kind: 'licence' },
  { name: 'layui-26', kind: 'penalty' },
  { name: 'layui-table', kind: 'licence' },
  { name: 'select2', kind: 'penalty' },
  { name: 'jquery-plugins', kind: 'penalty' },
  { name: 'icheck', kind: 'licence' },
]);
