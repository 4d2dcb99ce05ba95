/** Records (记录): up to 500 in a request, each judged for itself. */
import { Hono } from 'hono';
import {
  protocolVersion,
  recordMessageSchema,
  recordsRequestSchema,
} from '@baosong/shared/protocol/messages.ts';
import type {
  RecordMessage,
  RecordResult,
  RecordsAnswer,
} from '@baosong/shared/protocol/messages.ts';
import type { Dependencies } from '../dependencies.ts';
import { requireDevice } from '../identity.ts';
import { chinese, placesOf, readJson } from '../json-body.ts';
import type { ProblemPlace } from '../problems.ts';
import { refusalOf } from '../record-rules.ts';

/** Room for 500 records with long texts; an ordinary record has 1.4 KB. */
const maxBytes = 8 * 1024 * 1024;

export function recordRoutes(deps: Dependencies): Hono {
  return new Hono().post('/', async (c) => {
    const sender = await requireDevice(c, deps);
    const { records } = await readJson(c, recordsRequestSchema, maxBytes);

    const results = new Array<RecordResult>(records.length);
    const sound: { index: number; record: RecordMessage }[] = [];
    for (const [index, written] of records.entries()) {
      const judged = judge(written);
      if ('record' in judged) sound.push({ index, record: judged.record });
      else results[index] = { index, id: idOf(written), status: 'refused', ...judged };
    }

    const taken = await deps.store.ingestRecords(
      sender,
      sound.map(({ record }) => record),
    );
    for (const [at, { index, record }] of sound.entries()) {
      const result = taken[at];
      if (!result) throw new Error('The store answered fewer records than it was given');
      results[index] = { index, id: record.id, ...result };
    }

    const answer: RecordsAnswer = {
      protocol: protocolVersion,
      receivedAt: sender.receivedAt,
      results,
    };
    return c.json(answer);
  });
}

function judge(written: unknown): { readonly record: RecordMessage } | ProblemPlace {
  const parsed = recordMessageSchema.safeParse(written, chinese);
  if (!parsed.success) {
    const [place] = placesOf(parsed.error);
    return place ?? { pointer: '', detail: '记录的格式不正确。' };
  }
  return refusalOf(parsed.data) ?? { record: parsed.data };
}

const longestId = 64;

/** The id of a record that was refused, as far as it has one. */
function idOf(written: unknown): string | null {
  if (typeof written !== 'object' || written === null || !('id' in written)) return null;
  const { id } = written;
  return typeof id === 'string' && id.length <= longestId ? id : null;
}
