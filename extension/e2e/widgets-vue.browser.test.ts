/** Forms built with the widget libraries of Vue 2 and Vue 3. */
import { testWidgetPages } from './harness/widget-pages.ts';

testWidgetPages([
  { name: 'element-ui', kind: 'licence' },
  { name: 'element-ui-24', kind: 'penalty' },
  { name: 'element-plus', kind: 'penalty' },
  {
    name: 'element-table',
    kind: 'penalty',
    open: (page) => page.getByText('编辑').locator('visible=true').last().click(),
  },
  { name: 'view-design', kind: 'licence' },
  { name: 'view-ui-plus', kind: 'penalty' },
  { name: 'arco', kind: 'penalty' },
  { name: 'tdesign', kind: 'licence' },
  { name: 'naive-ui', kind: 'penalty' },
  { name: 'quasar', kind: 'penalty' },
  { name: 'ant-design-vue', kind: 'licence' },
]);
