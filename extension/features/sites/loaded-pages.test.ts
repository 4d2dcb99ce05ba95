import { expect, it } from 'vitest';
import { loaderMatches } from './loaded-pages.ts';

it('loads into every granted site', () => {
  expect(loaderMatches(['https://credit.example.cn/*', 'http://127.0.0.1/*'], null)).toEqual({
    matches: ['https://credit.example.cn/*', 'http://127.0.0.1/*'],
    excludeMatches: [],
  });
});

it('never loads into the relay, which is granted for sending only', () => {
  expect(
    loaderMatches(['http://127.0.0.1:8787/*', 'http://127.0.0.1/*'], 'http://127.0.0.1:8787'),
  ).toEqual({ matches: ['http://127.0.0.1/*'], excludeMatches: ['http://127.0.0.1:8787/*'] });
});

it('leaves out what is no web page', () => {
  expect(loaderMatches(['file:///*', 'chrome://favicon/*'], null).matches).toEqual([]);
});
