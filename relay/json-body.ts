/** Reading the JSON body of a request, and refusing what is not fit to be read. */
import type { Context } from 'hono';
import type * as z from 'zod';
import { zhCN } from 'zod/locales';
import { protocolVersion } from '@baosong/shared/protocol/messages.ts';
import { clearResidentIds } from './clear-resident-ids.ts';
import { jsonPointer } from './json-pointer.ts';
import { Refusal } from './problems.ts';
import type { ProblemPlace } from './problems.ts';

/** Wording of what is wrong, in Chinese. Pass it to every `safeParse`. */
export const chinese = { error: zhCN().localeError };

/** Where and how a value does not fit its schema. */
export function placesOf(error: z.ZodError): ProblemPlace[] {
  return error.issues.map(({ path, message }) => ({ pointer: jsonPointer(path), detail: message }));
}

/**
 * The body of a request, once it has passed: JSON of a known and bounded length, free of resident IDs in
 * clear, of this protocol version, and of this shape.
 *
 * @throws Refusal
 */
export async function readJson<Shape>(
  c: Context,
  schema: z.ZodType<Shape>,
  maxBytes: number,
): Promise<Shape> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    throw new Refusal('not-json');
  }
  const length = c.req.header('content-length');
  if (length === undefined) throw new Refusal('length-required');
  if (Number(length) > maxBytes) throw new Refusal('too-large');

  const body = parseJson(await c.req.text());
  const places = clearResidentIds(body);
  if (places.length > 0) {
    throw new Refusal(
      'resident-id-in-clear',
      places.map((pointer) => ({ pointer, detail: '此处含有身份证号码。' })),
    );
  }
  if (isOfOtherVersion(body)) throw new Refusal('protocol-version');
  const parsed = schema.safeParse(body, chinese);
  if (!parsed.success) throw new Refusal('invalid-request', placesOf(parsed.error));
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's own message quotes the text, which may hold anything.
    throw new Refusal('malformed-json');
  }
}

function isOfOtherVersion(body: unknown): boolean {
  return (
    typeof body === 'object' &&
    body !== null &&
    'protocol' in body &&
    typeof body.protocol === 'number' &&
    body.protocol !== protocolVersion
  );
}
