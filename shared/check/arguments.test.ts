import { describe, expect, it, test } from 'vitest';
import { help, readArguments, UsageError } from './arguments.ts';

describe('readArguments', () => {
  it('reads a file by itself', () => {
    expect(readArguments(['登记.xlsx'])).toEqual({
      help: false,
      file: '登记.xlsx',
      out: null,
      json: false,
      kind: null,
      sheetNames: [],
    });
  });

  it('reads every option, before and behind the file, with a blank or an equals sign', () => {
    expect(
      readArguments([
        ...['--kind=licence', '--sheet', '许可', 'a.xlsx', '--json'],
        ...['--sheet=变更=2', '--out', 'b.XLSX', '--sheet', '许可'],
      ]),
    ).toEqual({
      help: false,
      file: 'a.xlsx',
      out: 'b.XLSX',
      json: true,
      kind: 'licence',
      sheetNames: ['许可', '变更=2'],
    });
  });

  it('takes the kind by its Chinese name as well', () => {
    expect(readArguments(['a.xlsx', '--kind', '行政处罚'])).toMatchObject({ kind: 'penalty' });
  });

  it('explains itself, and names every option that it takes', () => {
    expect(readArguments(['--help', '--kind'])).toEqual({ help: true });
    expect(readArguments(['a.xlsx', '-h'])).toEqual({ help: true });
    for (const option of ['--kind', '--sheet', '--out', '--json']) expect(help).toContain(option);
  });

  test.each<[string, string[], RegExp]>([
    ['no file', [], /请写明要核验的文件/],
    ['two files', ['示例', '登记.xlsx'], /写了2个.*引号/],
    ['an option that does not exist', ['a.xlsx', '--outt=b.xlsx'], /没有 --outt 这个选项/],
    ['a short option that does not exist', ['a.xlsx', '-o'], /没有 -o 这个选项/],
    ['a kind that does not exist', ['a.xlsx', '--kind', '表彰决定'], /没有“表彰决定”.*licence/],
    ['an option without its value', ['a.xlsx', '--out'], /--out 后面缺少内容/],
    ['an option for a value', ['a.xlsx', '--out', '--json'], /--out 后面缺少内容/],
    ['an empty value', ['a.xlsx', '--sheet='], /--sheet 后面缺少内容/],
    ['two outputs', ['a.xlsx', '--out=b.xlsx', '--out=c.xlsx'], /--out 写了2次/],
    ['an output that is no workbook', ['a.xlsx', '--out', 'b.csv'], /以 \.xlsx 结尾/],
    ['an inherited name', ['a.xlsx', '--constructor'], /没有 --constructor 这个选项/],
  ])('refuses %s', (_, words, message) => {
    expect(() => readArguments(words)).toThrow(UsageError);
    expect(() => readArguments(words)).toThrow(message);
  });
});
