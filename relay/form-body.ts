/** Reading the fields of a page's form. */
import type { Context } from 'hono';
import { holdsResidentId } from './clear-resident-ids.ts';
import { Refusal } from './problems.ts';

/** Room for a long catalogue, of which a character takes nine bytes. */
const maxBytes = 64 * 1024;

/**
 * The text fields of a form; a field that occurs several times keeps all its values.
 *
 * @throws Refusal where the form is too large or holds a resident ID in clear.
 */
export async function readForm(c: Context): Promise<URLSearchParams> {
  const length = c.req.header('content-length');
  if (length === undefined) throw new Refusal('length-required');
  if (Number(length) > maxBytes) throw new Refusal('too-large');
  const form = new URLSearchParams(await c.req.text());
  for (const [name, value] of [...form]) {
    if (holdsResidentId(value)) {
      throw new Refusal('resident-id-in-clear', [
        { pointer: `/${name}`, detail: '此处含有身份证号码。' },
      ]);
    }
  }
  return form;
}
