import { describe, expect, it } from 'vitest';
import { noRound, roundWith, skipped, stepOf } from './walk.ts';

describe('walking through a round', () => {
  it('begins with the first that waits', () => {
    expect(stepOf(roundWith(noRound, ['a', 'b', 'c']))).toEqual({
      recordId: 'a',
      position: 1,
      total: 3,
    });
  });

  it('goes on to the next once one was sent, and keeps the count of the round', () => {
    const round = roundWith(noRound, ['a', 'b', 'c']);
    expect(stepOf(roundWith(round, ['b', 'c']))).toEqual({
      recordId: 'b',
      position: 2,
      total: 3,
    });
  });

  it('comes back to those that were passed over', () => {
    const round = skipped(roundWith(noRound, ['a', 'b', 'c']), ['a', 'b', 'c']);
    expect(stepOf(round)?.recordId).toBe('b');
    const sentB = roundWith(round, ['a', 'c']);
    expect(stepOf(sentB)?.recordId).toBe('c');
    expect(stepOf(roundWith(sentB, ['a']))).toEqual({ recordId: 'a', position: 1, total: 3 });
  });

  it('stays where only one is left to pass over', () => {
    expect(stepOf(skipped(roundWith(noRound, ['a']), ['a']))?.recordId).toBe('a');
  });

  it('takes in what joins, at the end', () => {
    const round = roundWith(roundWith(noRound, ['a', 'b']), ['b', 'c']);
    expect(round.recordIds).toEqual(['a', 'b', 'c']);
  });

  it('begins a new round when nothing of the last one waits', () => {
    const round = roundWith(roundWith(noRound, ['a', 'b']), ['c']);
    expect(stepOf(round)).toEqual({ recordId: 'c', position: 1, total: 1 });
  });

  it('says that nothing waits', () => {
    expect(stepOf(roundWith(roundWith(noRound, ['a']), []))).toBeNull();
  });
});
