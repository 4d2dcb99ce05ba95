import { describe, expect, it } from 'vitest';
import { createAsked } from './asked.ts';

function askedWith(answer: (question: number) => number | Promise<number>) {
  const questions: number[] = [];
  let arrivals = 0;
  const asked = createAsked(
    async (question: number) => {
      questions.push(question);
      return Promise.resolve(question).then(answer);
    },
    -1,
    () => (arrivals += 1),
  );
  return { ...asked, questions, arrivals: () => arrivals };
}

describe('createAsked', () => {
  it('owes the answer at first, and asks once', async () => {
    const { about, pending, ready, questions, arrivals } = askedWith((question) => question * 2);
    expect(about(3)).toBeUndefined();
    expect(about(3)).toBeUndefined();
    expect({ pending: pending(), arrivals: arrivals() }).toEqual({ pending: true, arrivals: 0 });
    await ready();
    expect(about(3)).toBe(6);
    expect({ pending: pending(), arrivals: arrivals() }).toEqual({ pending: false, arrivals: 1 });
    expect(questions).toEqual([3]);
  });

  it('waits for all that was asked, in whatever order it is answered', async () => {
    let answerLate = (): void => undefined;
    const late = new Promise<number>((resolve) => {
      answerLate = () => {
        resolve(1);
      };
    });
    const { about, pending, ready } = askedWith((question) => (question === 1 ? late : 2));
    about(1);
    about(2);
    const all = ready();
    answerLate();
    await all;
    expect([about(1), about(2), pending()]).toEqual([1, 2, false]);
  });

  it('remembers the latest answers only', async () => {
    const { about, ready, questions } = askedWith((question) => question);
    for (let question = 0; question <= 40; question += 1) about(question);
    await ready();
    expect(about(40)).toBe(40);
    expect(about(0)).toBeUndefined();
    expect(questions).toHaveLength(42);
  });

  it('asks again what it was told to forget, and drops an answer that was under way', async () => {
    let answer = 1;
    const { about, ready, forget } = askedWith(() => answer);
    about(7);
    forget();
    await ready();
    answer = 2;
    expect(about(7)).toBeUndefined();
    await ready();
    expect(about(7)).toBe(2);
  });

  it('has something to say where no answer comes, and reports it once', async () => {
    const reported: unknown[] = [];
    globalThis.reportError = (error) => reported.push(error);
    const { about, ready } = askedWith(() => {
      throw new Error('gone');
    });
    about(1);
    await ready();
    expect(about(1)).toBe(-1);
    expect(about(1)).toBe(-1);
    expect(reported).toEqual([new Error('gone')]);
  });
});
