import { describe, expect, it } from 'vitest';
import { escapeNonCharacters } from './escape-non-characters.ts';

describe('escapeNonCharacters', () => {
  it('writes a noncharacter of the first plane as its escape', () => {
    expect(escapeNonCharacters('x="\uffff\ufdd0"')).toBe('x="\\uffff\\ufdd0"');
  });

  it('writes one of a higher plane so that it reads as itself', () => {
    const text = `${String.fromCodePoint(0x1fffe)}${String.fromCodePoint(0x10ffff)}`;
    const escaped = escapeNonCharacters(JSON.stringify(text));
    expect(escaped).toBe('"\\ud83f\\udffe\\udbff\\udfff"');
    expect(JSON.parse(escaped)).toBe(text);
  });

  it('leaves every other character alone', () => {
    const text = '报送〔2026〕\ufffd\ue000😀𠀀';
    expect(escapeNonCharacters(text)).toBe(text);
  });
});
