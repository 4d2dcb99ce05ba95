import { describe, expect, it } from 'vitest';
import { isQueryForm } from './buttons.ts';
import type { FieldRecord, FormRecord } from './field-record.ts';
import {
  type ControlMeaning,
  type SiteProfile,
  isAtRoute,
  isStableName,
  profileFor,
  routeOf,
  selectorOf,
} from './profile.ts';

const found = (profiles: readonly SiteProfile[], record: FormRecord) =>
  profileFor(profiles, record, isQueryForm);

const field = (index: number, label: string, codes: readonly string[] = []): FieldRecord => ({
  index,
  codes,
  labels: label === '' ? [] : [{ text: label, source: 'cell' }],
  groups: [],
  shape: 'text',
  options: [],
  placeholder: '',
  maxLength: null,
  writable: true,
  dateOrder: null,
  forQuery: false,
});

const form = (fields: readonly FieldRecord[], buttons = ['提交']): FormRecord => ({
  fields,
  buttons,
  heading: '',
});

const numbered = ['编号一', '编号二', '内容甲', '内容乙', '内容丙', '内容丁', '日期', '单位'];
const numberedForm = form(numbered.map((label, index) => field(index, label)));

function profileOf(
  { fields }: FormRecord,
  meanings: Readonly<Record<number, ControlMeaning>>,
  name = '登记',
): SiteProfile {
  return {
    id: name,
    name,
    origin: 'http://127.0.0.1',
    route: '/a',
    kind: 'licence',
    updatedAt: '2026-01-05T00:00:00.000Z',
    controls: fields.map((record) => ({
      selector: selectorOf(record),
      meaning: meanings[record.index] ?? null,
    })),
    buttons: [],
  };
}

const taught = profileOf(numberedForm, { 0: 'documentNumber', 2: 'licenceContent', 7: 'ignored' });

describe('names that are the same tomorrow', () => {
  it.each(['XK_WSH', 'f_12', 'subjectName', 'form.items[0].name', 'txtName1'])(
    '%s is one',
    (name) => {
      expect(isStableName(name)).toBe(true);
    },
  );
  it.each([
    '',
    'el-id-1234-5',
    ':r1:',
    '«r3»',
    'rc_select_0',
    'radix-7',
    '_easyui_textbox_input3',
    'input-17283946',
    'x-1a2b3c4d',
    '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    'a8f3k2m9q1z7b4',
  ])('%s is none', (name) => {
    expect(isStableName(name)).toBe(false);
  });
});

describe('routes', () => {
  it.each([
    ['http://a.cn/xk/add.do?type=1&id=20260105&_t=1764', '/xk/add.do?type=1'],
    ['http://a.cn/xk/20260105/edit;jsessionid=AB12', '/xk/*/edit'],
    ['http://a.cn/index.html#/licence/edit/7?from=menu', '/index.html#/licence/edit/*?from=menu'],
    ['http://a.cn/page#top', '/page'],
  ])('of %s is %s', (address, route) => {
    expect(routeOf(address)).toBe(route);
  });

  it('holds with more parameters, not with others', () => {
    expect(isAtRoute('/add?type=1', '/add?from=menu&type=1')).toBe(true);
    expect(isAtRoute('/add', '/add?type=1')).toBe(true);
    expect(isAtRoute('/add?type=1', '/add?type=2')).toBe(false);
    expect(isAtRoute('/add', '/edit')).toBe(false);
  });
});

describe('a profile for a form', () => {
  it('fixes what was taught', () => {
    const use = found([taught], numberedForm);
    expect(use?.note).toEqual({ name: '登记', state: 'used', missing: 0 });
    expect(use?.taught).toEqual({
      kind: 'licence',
      fields: [
        ['documentNumber', 0],
        ['licenceContent', 2],
      ],
      ignored: [7],
    });
  });

  it('finds its controls in another order, with other generated ids and an added one', () => {
    const rebuilt = ['新增', ...[...numbered].reverse()].map((label, index) =>
      field(index, `${label}：`, [`el-id-99-${index}`]),
    );
    expect(found([taught], form(rebuilt))?.taught?.fields).toEqual([
      ['documentNumber', 8],
      ['licenceContent', 6],
    ]);
  });

  it('tells controls without any label by their names, or else by their place', () => {
    const named = form(['a', 'b', 'c', 'd'].map((name, index) => field(index, '', [name])));
    const byName = profileOf(named, { 1: 'subjectName' });
    const shuffled = ['c', 'b', 'a', 'd'].map((name, index) => field(index, '', [name]));
    expect(found([byName], form(shuffled))?.taught?.fields).toEqual([['subjectName', 1]]);

    const bare = form([0, 1, 2, 3].map((index) => field(index, '')));
    const byPlace = profileOf(bare, { 2: 'subjectName' });
    expect(found([byPlace], bare)?.taught?.fields).toEqual([['subjectName', 2]]);
    const longer = form([0, 1, 2, 3, 4].map((index) => field(index, '')));
    expect(found([byPlace], longer)?.note.state).toBe('changed');
  });

  it('is not used where a taught control now has another label', () => {
    const names = numbered.map((_label, index) => `f${index}`);
    const before = form(numbered.map((label, index) => field(index, label, [`f${index}`])));
    const profile = profileOf(before, { 0: 'documentNumber' });
    const moved = form(
      names.map((name, index) =>
        field(index, numbered[(index + 1) % numbered.length] ?? '', [name]),
      ),
    );
    expect(found([profile], moved)).toMatchObject({
      taught: null,
      note: { state: 'changed' },
    });
  });

  it('is not used where too little is left, or too much was added', () => {
    const half = form(numbered.slice(0, 4).map((label, index) => field(index, label)));
    const doubled = form(
      [...numbered, '一', '二', '三', '四', '五'].map((label, index) => field(index, label)),
    );
    for (const changed of [half, doubled]) {
      expect(found([taught], changed)?.note).toMatchObject({ state: 'changed' });
    }
  });

  it('says what is not on the page', () => {
    const shorter = form(numbered.slice(1).map((label, index) => field(index, label)));
    expect(found([taught], shorter)?.note).toEqual({
      name: '登记',
      state: 'used',
      missing: 1,
    });
  });

  it('says nothing about the query form beside it', () => {
    const query = form(
      [0, 1, 2, 3].map((index) => field(index, `条件${index}`)),
      ['查询'],
    );
    expect(found([taught], query)).toBeNull();
  });

  it('is the one of several that fits best', () => {
    const other = profileOf(
      form(numbered.slice(0, 6).map((label, index) => field(index, label))),
      {
        0: 'subjectName',
      },
      '另一个',
    );
    expect(found([other, taught], numberedForm)?.note.name).toBe('登记');
    expect(found([taught, other], numberedForm)?.note.name).toBe('登记');
  });
});
