import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountsIn } from './amount.ts';
import { shifted } from './shifted.ts';

describe('amountsIn', () => {
  it.each([
    ['给予警告，并处罚款2000元。', ['0.2']],
    ['罚款人民币贰仟元整（￥2000.00元）', ['0.2', '0.2']],
    ['没收违法所得1.2万元，处5千元罚款', ['1.2', '0.5']],
    ['３,０００,０００元；一百零五元；拾元', ['300', '0.0105', '0.001']],
    ['罚款十二万三千四百五十六元七角八分', ['12.345678']],
    ['罚款3百万元', ['300']],
    ['依据第二百条，于2026年3月5日责令改正', []],
    ['', []],
  ])('%s', (text, values) => {
    expect(amountsIn(text).map(({ value }) => value)).toEqual(values);
  });

  it('says where an amount stands', () => {
    expect(amountsIn('罚款2000元')).toEqual([{ value: '0.2', start: 2, end: 7 }]);
  });

  it('takes no longer than the text is long', () => {
    expect(amountsIn('1'.repeat(200_000))).toEqual([]);
    expect(amountsIn('一'.repeat(200_000))).toEqual([]);
  });
});

describe('shifted', () => {
  it('moves the point without rounding', () => {
    expect(shifted('2000', -4)).toBe('0.2');
    expect(shifted('0.2', 4)).toBe('2000');
    expect(shifted('123456789012345678', -4)).toBe('12345678901234.5678');
    expect(shifted('5', -6)).toBe('0.000005');
  });

  it('there and back gives the same number', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 20n }),
        fc.integer({ min: -8, max: 8 }),
        (number, power) => {
          expect(shifted(shifted(String(number), power), -power)).toBe(String(number));
        },
      ),
    );
  });
});
