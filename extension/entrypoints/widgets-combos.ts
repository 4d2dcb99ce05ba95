/** The driver of older combo boxes, injected where a page shows one. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { registerDrivers } from '../widgets/register.ts';
import { triggerCombo } from '../widgets/trigger-combo.ts';

export default defineUnlistedScript(() => registerDrivers('combos', [triggerCombo]));
