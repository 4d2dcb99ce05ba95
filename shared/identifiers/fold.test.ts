import { describe, expect, it } from 'vitest';
import { compact, isSeparator, toHalfWidth, trimmed } from './fold.ts';

describe('toHalfWidth', () => {
  it.each([
    ['ＡＢＣａｂｃ０１９（）－；', 'ABCabc019()-;'],
    ['云溪市ＡＢ公司', '云溪市AB公司'],
    ['half-width', 'half-width'],
    ['、。〔〕', '、。〔〕'],
    ['', ''],
  ])('%j is %j', (text, folded) => {
    expect(toHalfWidth(text)).toBe(folded);
  });
});

describe('compact', () => {
  it('keeps what counts, in upper case', () => {
    expect(compact(' ａb-c—\u3000\u00a0\u200b\ufeff\u00ad９\t\n')).toBe('ABC9');
    expect(compact('ß*（')).toBe('ß*(');
  });
});

describe('trimmed', () => {
  it.each([
    ['\u3000 云 溪 \u200b\ufeff', '云 溪'],
    ['云溪', '云溪'],
    ['\u200b \u2060', ''],
    ['-1-', '-1-'],
  ])('%j is %j', (text, inner) => {
    expect(trimmed(text)).toBe(inner);
  });
});

it('takes every blank, hyphen and invisible mark for a separator, and nothing else', () => {
  const separators =
    '\t\n\r \u0085\u00a0\u00ad\u034f\u061c\u180e\u2003\u200b\u200d\u2014\u202e\u2028\u2060\u2212\u3000\ufe0f\ufeff\uff0d-';
  for (const character of separators) expect(isSeparator(character.charCodeAt(0))).toBe(true);
  for (const character of '09AZaz_.,、。〔（云\u3001\ud800') {
    expect(isSeparator(character.charCodeAt(0))).toBe(false);
  }
});
