/** The drivers of layui, injected where a page uses it. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { layui } from '../widgets/layui.ts';
import { registerDrivers } from '../widgets/register.ts';

export default defineUnlistedScript(() => registerDrivers('layui', layui));
