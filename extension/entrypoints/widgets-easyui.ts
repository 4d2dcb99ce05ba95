/** The driver of jQuery EasyUI, injected where a page uses it. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { easyui } from '../widgets/easyui.ts';
import { registerDrivers } from '../widgets/register.ts';

export default defineUnlistedScript(() => registerDrivers('easyui', [easyui]));
