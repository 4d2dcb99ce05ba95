import { describe, expect, it } from 'vitest';
import { type FormRecord, mostFields } from './field-record.ts';
import { type RecognisedForm, type RecognitionQuestion, createRecogniser } from './recogniser.ts';

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
    dateOrder: null,
    forQuery: false,
  }));
  return { fields, buttons: ['提交'], heading };
}

const licence: RecognisedForm = {
  kind: 'licence',
  generation: '2019',
  fields: [],
  sure: true,
  standard: [],
};
const about = (form: FormRecord): RecognitionQuestion => ({ form, taught: null, step: null });

function recogniserWith(answer: () => RecognisedForm | null) {
  const asked: RecognitionQuestion[] = [];
  const recogniser = createRecogniser(
    async (question) => {
      asked.push(question);
      return Promise.resolve().then(answer);
    },
    () => undefined,
  );
  return { ...recogniser, asked };
}

describe('createRecogniser', () => {
  it('asks about a form that has changed anew', async () => {
    const { recognise, ready } = recogniserWith(() => licence);
    expect(recognise(about(formOf(3)))).toBeUndefined();
    await ready();
    expect(recognise(about(formOf(3)))).toEqual(licence);
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

  it('takes a form for none to report with where no answer comes', async () => {
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
