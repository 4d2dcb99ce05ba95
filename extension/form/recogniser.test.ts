import { describe, expect, it } from 'vitest';
import { type FormRecord, mostFields } from './field-record.ts';
import type { Recognition } from './recognise.ts';
import { type RecognitionQuestion, createRecogniser } from './recogniser.ts';

function formOf(length: number, heading = ''): FormRecord {
  const fields = Array.from({ length }, (_, index) => ({
    index,
    codes: [`field${index}`],
    labels: [],
    groups: [],
    shape: 'choice' as const,
    options: ['甲', '乙'],
    placeholder: '请选择',
    maxLength: null,
    writable: true,
    forQuery: false,
  }));
  return { fields, buttons: ['提交'], heading };
}

const licence: Recognition = { kind: 'licence', generation: '2019', fields: [], sure: true };
const about = (form: FormRecord): RecognitionQuestion => ({ form, taught: null, step: null });

function recogniserWith(answer: () => Recognition | null) {
  const asked: RecognitionQuestion[] = [];
  let arrivals = 0;
  const recogniser = createRecogniser(
    async (question) => {
      asked.push(question);
      return Promise.resolve().then(answer);
    },
    () => (arrivals += 1),
  );
  return { ...recogniser, asked, arrivals: () => arrivals };
}

describe('createRecogniser', () => {
  it('owes the answer at first, and asks once for each form', async () => {
    const { recognise, pending, ready, asked, arrivals } = recogniserWith(() => licence);
    expect(recognise(about(formOf(3)))).toBeUndefined();
    expect(recognise(about(formOf(3)))).toBeUndefined();
    expect(pending()).toBe(true);
    await ready();
    expect(recognise(about(formOf(3)))).toEqual(licence);
    expect({ pending: pending(), arrivals: arrivals(), asked: asked.length }).toEqual({
      pending: false,
      arrivals: 1,
      asked: 1,
    });
    expect(recognise(about(formOf(3, '行政处罚')))).toBeUndefined();
  });

  it('asks without what recognition does not look at, so that a choice does not change the form', async () => {
    const { recognise, ready, asked } = recogniserWith(() => licence);
    const form = formOf(3);
    recognise(about(form));
    await ready();
    const chosen = form.fields.map((field) => ({ ...field, options: [], placeholder: '甲' }));
    expect(recognise(about({ ...form, fields: chosen }))).toEqual(licence);
    expect(asked[0]?.form.fields[0]).toMatchObject({ options: [], placeholder: '' });
  });

  it('asks nothing about a table of data', () => {
    const { recognise, asked } = recogniserWith(() => licence);
    expect(recognise(about(formOf(mostFields + 1)))).toBeNull();
    expect(asked).toEqual([]);
  });

  it('remembers the latest states of the page only', async () => {
    const { recognise, ready, asked } = recogniserWith(() => licence);
    for (let state = 0; state <= 40; state += 1) recognise(about(formOf(3, String(state))));
    await ready();
    expect(recognise(about(formOf(3, '40')))).toEqual(licence);
    expect(recognise(about(formOf(3, '0')))).toBeUndefined();
    expect(asked).toHaveLength(42);
  });

  it('takes a form for none to report with where no answer comes, and says so once', async () => {
    const reported: unknown[] = [];
    globalThis.reportError = (error) => reported.push(error);
    const { recognise, ready } = recogniserWith(() => {
      throw new Error('gone');
    });
    recognise(about(formOf(3)));
    await ready();
    expect(recognise(about(formOf(3)))).toBeNull();
    expect(reported).toEqual([new Error('gone')]);
  });
});
