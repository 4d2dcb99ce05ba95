import { describe, expect, it } from 'vitest';
import type { SiteProfile } from '../../form/profile.ts';
import { parseContent, readProfileFile, writeProfiles } from './profile-file.ts';

const profile: SiteProfile = {
  id: '01a21435-a1bf-7fb3-8d6d-267c9ad9024b',
  updatedAt: '2026-01-05T00:00:00.000Z',
  name: '许可登记',
  origin: 'http://127.0.0.1:8080',
  route: '/xk/add?type=1',
  kind: 'licence',
  controls: [
    {
      selector: { names: ['f1'], label: '编号一', group: '', shape: 'text' },
      meaning: 'documentNumber',
    },
    { selector: { names: [], label: '', group: '', shape: 'choice' }, meaning: 'ignored' },
    { selector: { names: [], label: '内容', group: '', shape: 'text' }, meaning: null },
  ],
  buttons: [
    { selector: { words: '走起', names: [], nth: 0, of: 1 }, meaning: 'submission' },
    { selector: { words: '本期空', names: [], nth: 1, of: 2 }, meaning: 'zero:penalty' },
  ],
};

it('comes back from a file as it was', () => {
  expect(readProfileFile(writeProfiles([profile]))).toEqual([profile]);
});

const text = (changes: object): string =>
  JSON.stringify({
    format: 'baosong-site-profiles',
    version: 1,
    profiles: [{ ...profile, ...changes }],
  });
const [first] = profile.controls;

describe('a file is refused with a sentence', () => {
  it.each([
    ['no JSON', 'PK', '不是 JSON'],
    ['another file', '{"format":"backup"}', '这个文件不是识别方案'],
    [
      'a newer one',
      JSON.stringify({ format: 'baosong-site-profiles', version: 2 }),
      '请先更新扩展',
    ],
    ['values in it', text({ values: { subjectName: '张三' } }), '没有导入任何内容'],
    [
      'an unknown field',
      text({ controls: [{ ...first, meaning: 'password' }] }),
      '没有导入任何内容',
    ],
    ['no site', text({ origin: 'javascript:alert(1)' }), '网站地址应像'],
    ['one field twice', text({ controls: [first, first] }), '同一个报送字段教了两次'],
    [
      'a field of the other kind',
      text({ controls: [{ ...first, meaning: 'penaltyContent' }] }),
      '有的报送字段不属于这种记录',
    ],
  ])('%s', (_what, given, sentence) => {
    expect(() => readProfileFile(given)).toThrow(sentence);
  });
});

it('is refused from a page that adds to it', () => {
  const { id: _id, updatedAt: _updatedAt, ...content } = profile;
  expect(parseContent(content)).toEqual(content);
  expect(() => parseContent(profile)).toThrow('识别方案未保存');
});
