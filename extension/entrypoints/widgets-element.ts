/** The drivers of Element Plus and Element UI, injected where a page uses them. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { element } from '../widgets/element.ts';
import { registerDrivers } from '../widgets/register.ts';

export default defineUnlistedScript(() => registerDrivers('element', [element]));
