/** The service worker: starts what lives in the background. Listeners must be added before it yields. */
import { defineBackground } from 'wxt/utils/define-background';
import { startSites } from '../features/sites/sites.ts';

export default defineBackground(() => {
  startSites();
});
