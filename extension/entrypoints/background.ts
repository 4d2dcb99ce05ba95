/** The service worker: starts what lives in the background. Listeners must be added before it yields. */
import '../strict-csp.ts';
import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../features/background.ts';
import { startSites } from '../features/sites/sites.ts';

export default defineBackground(() => {
  startSites();
  startBackground();
});
