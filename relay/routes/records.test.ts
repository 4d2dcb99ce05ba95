import { request } from 'node:http';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemSchema, recordsAnswerSchema } from '@baosong/shared/protocol/messages.ts';
import type { RecordMessage, RecordResult } from '@baosong/shared/protocol/messages.ts';
import {
  licence,
  outcome,
  personalPenalty,
  recordsRequest,
  submission,
} from '../testing/messages.ts';
import { postJson, serveRelay, testUnit, otherUnit } from '../testing/serve.ts';
import type { ServedRelay, TestDevice } from '../testing/serve.ts';

/** Synthetic, with a right check digit. */
const residentId = '420202199003070016';

let relay: ServedRelay;
let device: TestDevice;
beforeEach(async () => {
  relay = await serveRelay();
  device = await relay.enrol(testUnit);
});
afterEach(() => relay.close());

const post = (...records: unknown[]): Promise<Response> =>
  device.post('/api/v1/records', recordsRequest(...records));

async function results(...records: unknown[]): Promise<RecordResult[]> {
  const answer = await post(...records);
  expect(answer.status).toBe(200);
  return recordsAnswerSchema.parse(await answer.json()).results;
}

async function statusOf(record: RecordMessage): Promise<string | undefined> {
  const [result] = await results(record);
  return result?.status;
}

describe('taking records in', () => {
  it('creates, and answers in the order of the request', async () => {
    const records = [licence(), personalPenalty()];
    expect(await results(...records)).toEqual([
      { index: 0, id: records[0]?.id, status: 'created' },
      { index: 1, id: records[1]?.id, status: 'created' },
    ]);
  });

  it('leaves unchanged what came before, however often it comes', async () => {
    const record = licence();
    await results(record);
    expect(await statusOf(record)).toBe('unchanged');
    expect(await results(record, record)).toMatchObject([
      { status: 'unchanged' },
      { status: 'unchanged' },
    ]);
  });

  it('takes the same content as the same, whatever the order of keys and blanks', async () => {
    const record = licence({ content: { subjectName: '示例市甲乙商贸有限公司', remarks: '' } });
    await results(record);
    expect(await statusOf({ ...record, content: { subjectName: '示例市甲乙商贸有限公司' } })).toBe(
      'unchanged',
    );
  });

  it('adds outcomes and further submissions as they come', async () => {
    const record = licence();
    await results(record);
    const [first] = record.submissions;
    const rejected = { ...record, outcomes: [outcome(first?.id ?? '', { verdict: 'rejected' })] };
    expect(await statusOf(rejected)).toBe('updated');
    const mended = {
      ...rejected,
      revision: { ...record.revision, number: 2, base: 1, reason: '更正名称' },
      content: { ...record.content, subjectName: '示例市甲乙贸易有限公司' },
      submissions: [...record.submissions, submission({ revision: 2 })],
    };
    expect(await statusOf(mended)).toBe('updated');
    expect(await statusOf(mended)).toBe('unchanged');
  });

  it('takes a revision whose base it never saw, for a unit sends its latest only', async () => {
    const record = licence({
      revision: {
        number: 4,
        base: 3,
        at: '2026-11-25T01:00:00.000Z',
        author: '经办人甲',
        reason: '更正',
      },
    });
    expect(await statusOf(record)).toBe('created');
  });

  it('keeps a late earlier revision as history without putting it in force', async () => {
    const second = licence({
      documentNumber: '云城许〔2026〕900号',
      revision: {
        number: 2,
        base: 1,
        at: '2026-11-25T01:00:00.000Z',
        author: '经办人甲',
        reason: '更正',
      },
    });
    await results(second);
    const first = {
      ...second,
      documentNumber: '云城许〔2026〕899号',
      revision: { ...second.revision, number: 1, base: null },
    };
    expect(await statusOf(first)).toBe('updated');
    const refused = await device.post('/api/v1/zero-reports', {
      protocol: 1,
      zeroReport: {
        id: uuidv7(),
        kind: 'licence',
        period: { start: '2026-11-23', end: '2026-11-29' },
        person: '经办人甲',
        at: '2026-11-27T06:00:00.000Z',
        platform: 'http://127.0.0.1:8788',
        evidence: { kind: 'message', at: '2026-11-27T06:00:02.000Z' },
      },
    });
    const { errors } = problemSchema.parse(await refused.json());
    expect(errors?.map(({ detail }) => detail)).toEqual(['云城许〔2026〕900号']);
  });

  it('keeps units apart: the same id of two units is two records', async () => {
    const record = licence();
    await results(record);
    const other = await relay.enrol(otherUnit);
    const answer = await other.post('/api/v1/records', recordsRequest(record));
    const parsed = recordsAnswerSchema.parse(await answer.json());
    expect(parsed.results[0]?.status).toBe('created');
  });
});

describe('conflicts, each for its record alone', () => {
  it('the same revision with other content', async () => {
    const record = licence();
    await results(record);
    const other = { ...record, content: { ...record.content, subjectName: '别的名称' } };
    expect(await results(other, licence())).toMatchObject([
      { status: 'conflict', pointer: '/revision/number' },
      { status: 'created' },
    ]);
  });

  it.each([
    [
      'a submission',
      (record: RecordMessage) => ({
        ...record,
        submissions: record.submissions.map((one) => ({ ...one, at: '2026-11-25T03:00:00.000Z' })),
      }),
      '/submissions/0',
    ],
    [
      'the kind',
      (record: RecordMessage) => ({
        ...record,
        kind: 'penalty' as const,
        standard: 'penalty@2019#1',
        content: { subjectName: '示例市甲乙商贸有限公司' },
      }),
      '/kind',
    ],
  ])('%s with other content', async (_, change, pointer) => {
    const record = licence();
    await results(record);
    const [result] = await results(change(record));
    expect(result).toMatchObject({ status: 'conflict', pointer });
  });

  it('an event that belongs to another record', async () => {
    const [shared] = [submission()];
    await results(licence({ submissions: [shared] }));
    const [result] = await results(licence({ submissions: [shared] }));
    expect(result).toMatchObject({ status: 'conflict', pointer: '/submissions/0' });
  });

  it('an outcome that came with another verdict', async () => {
    const record = licence();
    const verdict = outcome(record.submissions[0]?.id ?? '');
    await results({ ...record, outcomes: [verdict] });
    const [result] = await results({ ...record, outcomes: [{ ...verdict, verdict: 'rejected' }] });
    expect(result).toMatchObject({ status: 'conflict', pointer: '/outcomes/0' });
  });
});

describe('refusals of one record, which leave the others alone', () => {
  it.each<[string, unknown, string]>([
    ['a broken id', { ...licence(), id: 'x' }, '/id'],
    ['an unknown field of the message', { ...licence(), extra: 1 }, ''],
    ['no object at all', 'text', ''],
    ['the standard of another kind', licence({ standard: 'penalty@2019#1' }), '/standard'],
    [
      'a revision made from a later one',
      licence({
        revision: { number: 1, base: 2, at: '2026-11-25T01:00:00.000Z', author: '经办人甲' },
      }),
      '/revision/base',
    ],
    ['a date that is none', licence({ decisionDate: '2026-02-30' }), '/decisionDate'],
    ['a date out of time', licence({ decisionDate: '0026-02-28' }), '/decisionDate'],
    ['content of a natural person', personalPenalty({ content: { remarks: '无' } }), '/content'],
    ['no content of a legal person', licence({ content: null }), '/content'],
    [
      'a field that the standard lacks',
      licence({ content: { 'blood/type': 'A' } }),
      '/content/blood~1type',
    ],
    ['a field of another kind', licence({ content: { fineAmount: '0.2' } }), '/content/fineAmount'],
    [
      'a sensitive field in clear',
      licence({ content: { legalRepresentativeDocumentNumber: 'E12345678' } }),
      '/content/legalRepresentativeDocumentNumber',
    ],
    [
      'an outcome of nothing',
      licence({ outcomes: [outcome(uuidv7())] }),
      '/outcomes/0/submissionId',
    ],
  ])('%s', async (_, bad, pointer) => {
    const [refused, taken] = await results(bad, licence());
    expect(refused).toMatchObject({ index: 0, status: 'refused', pointer });
    expect(refused?.detail).toMatch(/\p{Script=Han}/u);
    expect(taken).toMatchObject({ index: 1, status: 'created' });
  });
});

describe('resident IDs in clear', () => {
  it.each<[string, (record: RecordMessage) => unknown, string]>([
    [
      'in a field',
      (record) => ({ ...record, content: { ...record.content, subjectName: residentId } }),
      '/records/1/content/subjectName',
    ],
    [
      'in free text',
      (record) => ({
        ...record,
        content: { ...record.content, remarks: `身份证${residentId}，男` },
      }),
      '/records/1/content/remarks',
    ],
    [
      'full-width, with blanks and hyphens',
      (record) => ({
        ...record,
        content: { ...record.content, licenceContent: '４２０２０２ 1990-0307 ００１６' },
      }),
      '/records/1/content/licenceContent',
    ],
    [
      "in the clerk's words on an override",
      (record) => ({
        ...record,
        submissions: [submission({ overrides: [{ code: 'X04', reason: residentId }] })],
      }),
      '/records/1/submissions/0/overrides/0/reason',
    ],
    [
      'as a key',
      (record) => ({ ...record, content: { [residentId]: '无' } }),
      '/records/1/content',
    ],
    [
      'behind a mask that hides nothing',
      (record) => ({
        ...record,
        content: { subjectName: { sealed: { documentType: '身份证', mask: residentId } } },
      }),
      '/records/1/content/subjectName/sealed/mask',
    ],
  ])(
    '%s: the whole request is refused, the place named, the value not repeated',
    async (_, change, pointer) => {
      const sound = licence();
      const answer = await post(sound, change(licence()));
      expect(answer.status).toBe(422);
      const text = await answer.text();
      expect(problemSchema.parse(JSON.parse(text))).toMatchObject({
        type: 'urn:baosong:problem:resident-id-in-clear',
        errors: [{ pointer }],
      });
      expect(text).not.toMatch(/1990/);
      expect(await statusOf(sound)).toBe('created');
    },
  );

  it('takes masked numbers and other long numbers', async () => {
    const record = licence({
      content: {
        subjectName: '示例市甲乙商贸有限公司',
        registrationNumber: '420200000012345',
        remarks: '证号 4202**********0016，编号 420202199003070017',
      },
    });
    expect(await statusOf(record)).toBe('created');
  });
});

describe('refusals of a whole request', () => {
  const url = (): string => `${relay.origin}/api/v1/records`;
  const headers = (): Record<string, string> => ({ Authorization: `Bearer ${device.token}` });

  it('of a device that is not enrolled', async () => {
    const answer = await postJson(url(), recordsRequest(licence()));
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    const wrong = await postJson(url(), recordsRequest(licence()), {
      Authorization: 'Bearer nonsense',
    });
    expect(wrong.status).toBe(401);
  });

  it('of more than 500 records', async () => {
    const answer = await post(...Array.from({ length: 501 }, () => 0));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ pointer: '/records' }] });
  });

  it('that is not JSON', async () => {
    const plain = await fetch(url(), { method: 'POST', headers: headers(), body: 'a=1' });
    expect(plain.status).toBe(415);
    const broken = await fetch(url(), {
      method: 'POST',
      headers: { ...headers(), 'Content-Type': 'application/json' },
      body: `{"id": ${residentId}x`,
    });
    expect(broken.status).toBe(400);
    expect(await broken.text()).not.toContain('4202');
  });

  it('of unknown length, and of too great a length', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const chunked = request(url(), {
        method: 'POST',
        headers: {
          ...headers(),
          'Content-Type': 'application/json',
          'Transfer-Encoding': 'chunked',
        },
      });
      chunked.on('response', (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      chunked.on('error', reject);
      chunked.end('{}');
    });
    expect(status).toBe(411);

    const large = await fetch(url(), {
      method: 'POST',
      headers: { ...headers(), 'Content-Type': 'application/json' },
      body: ' '.repeat(8 * 1024 * 1024 + 1),
    });
    expect(large.status).toBe(413);
  });

  it('answers what it does not know with a problem', async () => {
    const answer = await device.get('/api/v1/nothing');
    expect(answer.status).toBe(404);
    expect(problemSchema.parse(await answer.json())).toMatchObject({ title: '没有这个地址' });
  });
});
