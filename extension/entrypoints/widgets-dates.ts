/** The driver of dates in three boxes, injected where a page has boxes that may be such. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { registerDrivers } from '../widgets/register.ts';
import { splitDate } from '../widgets/split-date.ts';

export default defineUnlistedScript(() => registerDrivers('dates', [splitDate]));
