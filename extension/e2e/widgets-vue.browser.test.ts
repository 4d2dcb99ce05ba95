/** Forms built with the widget libraries of Vue 2 and Vue 3. */
import { testWidgetPages } from './harness/widget-pages.ts';

testWidgetPages([{ name: 'element-plus', kind: 'penalty' }]);
