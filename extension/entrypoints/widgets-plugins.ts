/** The drivers of select2 and iCheck, injected where a page uses either. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { icheck } from '../widgets/icheck.ts';
import { registerDrivers } from '../widgets/register.ts';
import { select2 } from '../widgets/select2.ts';

export default defineUnlistedScript(() => registerDrivers('plugins', [select2, icheck]));
