/** Forms built with web components: Shoelace, and Lit elements of a platform's own. */
import { testWidgetPages } from './harness/widget-pages.ts';

testWidgetPages([
  { name: 'shoelace', kind: 'licence' },
  { name: 'lit', kind: 'penalty' },
]);
