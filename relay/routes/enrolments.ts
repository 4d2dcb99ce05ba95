/** Enrolment (接入): a device trades a one-time code for its token. */
import { Hono } from 'hono';
import { enrolmentRequestSchema, protocolVersion } from '@baosong/shared/protocol/messages.ts';
import type { EnrolmentAnswer } from '@baosong/shared/protocol/messages.ts';
import type { Dependencies } from '../dependencies.ts';
import { createAttemptLimit } from '../attempt-limit.ts';
import { remoteAddress } from '../identity.ts';
import { readJson } from '../json-body.ts';
import { Refusal } from '../problems.ts';
import { enrolmentCodeHash, newToken } from '../secrets.ts';

const maxBytes = 16 * 1024;

export function enrolmentRoutes({ store, now }: Dependencies): Hono {
  const attempts = createAttemptLimit(now);
  return new Hono().post('/', async (c) => {
    const address = remoteAddress(c);
    const { code, device } = await readJson(c, enrolmentRequestSchema, maxBytes);
    attempts.begin(address);
    const token = newToken();
    const enrolled = await store.enrol({
      codeHash: enrolmentCodeHash(code),
      device,
      tokenHash: token.hash,
      at: now().toISOString(),
    });
    if (!enrolled) throw new Refusal('wrong-code');
    attempts.succeeded(address);
    const answer: EnrolmentAnswer = {
      protocol: protocolVersion,
      token: token.text,
      deviceId: enrolled.deviceId,
      unit: enrolled.unit,
      catalogue: await store.catalogueOf(enrolled.unit.id),
    };
    return c.json(answer, 201);
  });
}
