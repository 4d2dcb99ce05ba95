/** The drivers of component libraries and of ARIA roles, injected where a page shows either. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { components } from '../widgets/components.ts';
import { registerDrivers } from '../widgets/register.ts';
import { roles } from '../widgets/roles.ts';
import { switches } from '../widgets/switches.ts';

export default defineUnlistedScript(() =>
  registerDrivers('components', [switches, components, roles]),
);
