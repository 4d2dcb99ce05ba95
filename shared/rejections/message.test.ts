import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { residentIdFor } from '../testing/records.ts';
import { fits, messagePattern, normalizeCode, normalizeMessage } from './message.ts';

/** Any UTF-16 units, lone surrogates among them. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 32, max: 126 })))
  .map((units) => String.fromCharCode(...units));

describe('normalizeMessage', () => {
  test.each([
    ['第12行：企业名称 为空！', '第3行,企业名称为空'],
    ['统一社会信用代码91420200MA4900002A不正确', '统一社会信用代码“92420200MA4K00010U”不正确。'],
    ['证件号码 4202**********0016 有误', '证件号码420202199003070024有误'],
    ['ｅｒｒｏｒ：日期', 'ERROR 日期'],
    ['已超过７个工作日', '已超过10个工作日'],
  ])('makes %s the same as %s', (one, other) => {
    expect(normalizeMessage(one)).toBe(normalizeMessage(other));
  });

  it('tells different messages apart', () => {
    expect(normalizeMessage('名称为空')).not.toBe(normalizeMessage('名称不为空'));
    expect(normalizeMessage('超过7个工作日')).not.toBe(normalizeMessage('超过个工作日'));
  });

  it('holds no digit, and is its own pattern', () => {
    fc.assert(
      fc.property(anyText, fc.nat(9_999_999), (text, n) => {
        const message = normalizeMessage(`${text}${residentIdFor(n)}${text}`);
        expect(message).not.toMatch(/\d/);
        expect(messagePattern(message)).toBe(message);
        expect(fits(message, message)).toBe(true);
      }),
    );
  });
});

describe('messagePattern', () => {
  it('keeps what stands for anything, and changes nothing when applied again', () => {
    expect(messagePattern('企业 * 的“代码”**第3位有误！')).toBe('企业*的代码*第#位有误');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(messagePattern(messagePattern(text))).toBe(messagePattern(text));
      }),
    );
  });
});

describe('fits', () => {
  test.each([
    ['名称为空', '名称为空', true],
    ['名称为空', '名称', false],
    ['企业名称为空', '*名称为空', true],
    ['名称为空值', '*名称为空', false],
    ['企业名称为空值', '*名称*空*', true],
    ['名称', '名*称', true],
    ['名', '名*名', false],
    ['空为名称', '*名称*空*', false],
    ['任何', '*', true],
    ['', '', true],
    ['名称', '', false],
  ])('%s, %s: %s', (message, pattern, expected) => {
    expect(fits(message, pattern)).toBe(expected);
  });
});

it('compares codes whatever their width and case', () => {
  expect(normalizeCode(' ｅ１００１ ')).toBe('E1001');
});
