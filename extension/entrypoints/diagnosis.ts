/** Describes the forms of a frame for support; injected when the clerk asks for it, and answers by its result. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { diagnoseFrame } from '../form/diagnosis.ts';

export default defineUnlistedScript(() => diagnoseFrame());
