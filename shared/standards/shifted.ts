/** Decimals as text, so that nothing is rounded. */

/** A decimal number in its shortest writing, its point moved to the right by `power` places. */
export function shifted(number: string, power: number): string {
  const [whole = '', fraction = ''] = number.split('.');
  const point = whole.length + power;
  const digits = whole + fraction;
  const left = point <= 0 ? '' : digits.slice(0, point).padEnd(point, '0');
  const right = point < 0 ? '0'.repeat(-point) + digits : digits.slice(point);
  const end = right.replace(/0+$/, '');
  return (left.replace(/^0+/, '') || '0') + (end === '' ? '' : `.${end}`);
}
