/** Forms built with Ant Design on React. */
import { testWidgetPages } from './harness/widget-pages.ts';

testWidgetPages([
  { name: 'antd-4', kind: 'licence' },
  { name: 'antd-5', kind: 'penalty' },
  { name: 'antd-6', kind: 'penalty' },
]);
