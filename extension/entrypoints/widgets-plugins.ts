/** The drivers of drawn selects and of iCheck, injected where a page uses either. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { icheck } from '../widgets/icheck.ts';
import { registerDrivers } from '../widgets/register.ts';
import { drawnSelect } from '../widgets/drawn-select.ts';

export default defineUnlistedScript(() => registerDrivers('plugins', [drawnSelect, icheck]));
