/** Calendars of other libraries for the driver of text boxes, injected where a page shows one. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pickers } from '../widgets/pickers.ts';
import { registerDrivers } from '../widgets/register.ts';

export default defineUnlistedScript(() => registerDrivers('pickers', [pickers]));
