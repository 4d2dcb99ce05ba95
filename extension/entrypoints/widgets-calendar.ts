/** The driver of text boxes with calendars, injected where a page has a library of them. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { datePopup } from '../widgets/date-popup.ts';
import { registerDrivers } from '../widgets/register.ts';

export default defineUnlistedScript(() => registerDrivers('calendar', [datePopup]));
