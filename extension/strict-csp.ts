/**
 * Keeps zod from probing `new Function`, which the extension's content security policy reports as a
 * violation. To be imported before any schema is made.
 */
import * as z from 'zod';

z.config({ jitless: true });
