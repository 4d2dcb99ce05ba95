/**
 * What a penalty costs: `X09` fines, `X10` yuan and ten thousand yuan confused, `X11` form of amounts,
 * `X12` confiscation, suspension and revocation.
 */
import { amountsIn } from '../standards/amount.ts';
import type { FoundAmount } from '../standards/amount.ts';
import type { FieldId } from '../standards/index.ts';
import { shifted } from '../standards/shifted.ts';
import { canonicalize } from '../standards/written.ts';
import type { Fix } from './finding.ts';
import type { Inspection } from './inspection.ts';

type AmountFieldId = 'fineAmount' | 'confiscatedAmount';

/** decimal(18,6): twelve digits before the point, six behind it. */
const amountForm = /^(?:0|[1-9]\d{0,11})(?:\.\d{1,6})?$/;

const confiscations = ['没收违法所得', '没收非法财物'] as const;

const withCertificate = [
  '暂扣许可证件',
  '吊销许可证件',
  '暂扣或者吊销许可证',
  '暂扣或者吊销执照',
  '降低资质等级',
] as const;

/** Words beside which a text of a penalty names the amount. */
const amountWords: Readonly<Record<AmountFieldId, RegExp>> = {
  fineAmount: /罚款/u,
  confiscatedAmount: /没收|违法所得|非法财物/u,
};

/** How far from its word an amount stands at most, in characters. */
const reach = 12;

export function inspectMoney(record: Inspection): void {
  // The columns for amounts came in 2018.
  if (!record.field('fineAmount')) return;
  const categories = record.value('penaltyCategory').split(';');
  const content = record.value('penaltyContent');
  const amounts = amountsIn(content);
  const fined = categories.includes('罚款');
  const confiscated = confiscations.find((category) => categories.includes(category));
  const suspended = withCertificate.find((category) => categories.includes(category));
  const fine = amountIn(record, 'fineAmount');
  const taken = amountIn(record, 'confiscatedAmount');

  if (fined && fine !== null && !isPositive(fine)) {
    record.report(
      'X09',
      ['fineAmount', 'penaltyCategory'],
      `处罚类别含“罚款”，请填写%1，单位为万元。`,
      provenAmount(record, 'fineAmount', content, amounts),
    );
  }
  if (!fined && fine !== null && isPositive(fine)) {
    reportWithoutCategory(record, 'X09-R', 'fineAmount', '罚款');
  }
  if (confiscated !== undefined && taken === '') {
    record.report(
      'X12',
      ['confiscatedAmount', 'penaltyCategory'],
      `处罚类别含“${confiscated}”，请填写%1，单位为万元，财物无法计价的填0。`,
      provenAmount(record, 'confiscatedAmount', content, amounts),
    );
  }
  if (confiscated === undefined && taken !== null && isPositive(taken)) {
    reportWithoutCategory(record, 'X12-R', 'confiscatedAmount', '没收违法所得”或“没收非法财物');
  }
  if (suspended !== undefined && record.value('revokedCertificate') === '') {
    record.report(
      'X12',
      ['revokedCertificate', 'penaltyCategory'],
      `处罚类别含“${suspended}”，请填写%1。`,
    );
  }
  if (suspended === undefined && record.value('revokedCertificate') !== '') {
    reportWithoutCategory(record, 'X12-R', 'revokedCertificate', '暂扣”“吊销”或“降低资质等级');
  }
  if (fine) inspectUnit(record, 'fineAmount', fine, amounts);
  if (taken) inspectUnit(record, 'confiscatedAmount', taken, amounts);
}

function isPositive(amount: string): boolean {
  return /[1-9]/.test(amount);
}

/** The amount in a field, `''` where it is blank, `null` where it is none, which is reported. */
function amountIn(record: Inspection, id: AmountFieldId): string | null {
  const value = record.value(id);
  if (value === '' || amountForm.test(value)) return value;
  const field = record.field(id);
  const understood = field ? canonicalize(field, value) : value;
  record.report(
    'X11',
    [id],
    `%1应为不小于0、最多6位小数的数字，单位为万元，不写逗号和单位，请改正。`,
    amountForm.test(understood) ? record.change(id, understood) : null,
  );
  return null;
}

function reportWithoutCategory(
  record: Inspection,
  code: 'X09-R' | 'X12-R',
  id: FieldId,
  category: string,
): void {
  record.report(
    code,
    [id, 'penaltyCategory'],
    `填了%1，但处罚类别里没有“${category}”，请核对处罚类别，或清空这一项。`,
  );
}

/** The one amount that the text names beside the words for it, as a fix; `null` where that is not certain. */
function provenAmount(
  record: Inspection,
  id: AmountFieldId,
  content: string,
  amounts: readonly FoundAmount[],
): Fix | null {
  const values = new Set(
    amounts
      .filter(({ start, end }) => {
        const before = content.slice(Math.max(0, start - reach), start);
        const after = content.slice(end, end + reach);
        const beside = `${before.split(/[，。；：、,;]/u).pop() ?? ''} ${after.split(/[，。；：、,;]/u, 1)[0] ?? ''}`;
        return amountWords[id].test(beside);
      })
      .map(({ value }) => value),
  );
  const [value] = values;
  const certain = values.size === 1 && value !== undefined && amountForm.test(value);
  return certain && isPositive(value) ? record.change(id, value) : null;
}

/** Ten thousand times, or a ten-thousandth of, an amount that the text names is a confusion of units. */
function inspectUnit(
  record: Inspection,
  id: AmountFieldId,
  written: string,
  amounts: readonly FoundAmount[],
): void {
  if (!isPositive(written)) return;
  const amount = shifted(written, 0);
  if (amounts.some(({ value }) => value === amount)) return;
  const meant = amounts.find(
    ({ value }) => value === shifted(amount, -4) || value === shifted(amount, 4),
  );
  if (!meant || !amountForm.test(meant.value)) return;
  record.report(
    'X10',
    [id, 'penaltyContent'],
    `%1与处罚内容里的金额相差一万倍，疑似把元和万元弄混，请核对单位。`,
    record.change(id, meant.value),
  );
}
