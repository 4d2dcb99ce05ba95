import { expect, it } from 'vitest';
import { orderSaid, orderShown, yearFirst } from './year-first.ts';

it.each([
  ['25/01/2026', null, '2026-01-25'],
  ['01/25/2026', null, '2026-01-25'],
  ['1.5.2026', null, '2026-05-01'],
  ['05-01-2026 08:30', null, '2026-01-05 08:30'],
  ['05/01/2026', null, '2026-05-01'],
  ['05/01/2026', 'dayFirst', '2026-01-05'],
  ['05.01.2026', 'monthFirst', '2026-05-01'],
  ['01/25/2026', 'dayFirst', '2026-01-25'],
  ['2026-01-05', 'dayFirst', '2026-01-05'],
  ['05/01-2026', null, '05/01-2026'],
] as const)('reads %s, where %s is known, as %s', (written, order, read) => {
  expect(yearFirst(written, order)).toBe(read);
});

it.each([
  [['DD/MM/YYYY'], 'dayFirst'],
  [['', "WdatePicker({dateFmt:'MM-dd-yyyy'})"], 'monthFirst'],
  [['dd.mm.yy'], 'dayFirst'],
  [['yyyy-mm-dd', '日期'], null],
] as const)('finds the order in the hints %s: %s', (hints, order) => {
  expect(orderSaid(hints)).toBe(order);
});

it.each([
  ['05/01/2026', '2026-01-05', 'dayFirst'],
  ['1/5/2026', '2026-01-05', 'monthFirst'],
  ['25/01/2026', '2026-01-25', null],
  ['01/01/2026', '2026-01-01', null],
  ['07/08/2025', '2026-01-05', null],
  ['2026-01-05', '2026-01-05', null],
] as const)('learns from %s, put there as %s: %s', (written, day, order) => {
  expect(orderShown(written, day)).toBe(order);
});
