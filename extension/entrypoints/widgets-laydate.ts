/** My97 and laydate for the driver of text boxes, injected where a page uses either. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { laydateAndMy97 } from '../widgets/laydate.ts';
import { registerDrivers } from '../widgets/register.ts';

export default defineUnlistedScript(() => registerDrivers('laydate', [laydateAndMy97]));
