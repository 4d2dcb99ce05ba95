/** The report as the terminal shows it, in Chinese. */
import { standardInForce } from '../standards/catalogue.ts';
import { fieldIn, recordKindLabels } from '../standards/index.ts';
import type { FindingLevel } from '../validation/finding.ts';
import type { Report, ReportedFinding } from './report.ts';

const levelNames: Readonly<Record<FindingLevel, string>> = {
  error: '错误',
  warning: '提醒',
  info: '提示',
};

/** Cells named after a message, and messages named under a rule; the rest is counted. */
const cellsShown = 8;
const messagesShown = 3;

/** A report in lines of text. */
export function summarize(report: Report): string {
  const { counts } = report;
  const result = report.blocked
    ? `结果：不能报送。${counts.rows}行中${counts.blockedRows}行有错误，共${counts.errors}处错误、${counts.warnings}处提醒。`
    : `结果：可以报送。${counts.rows}行没有错误，另有${counts.warnings}处提醒。`;
  return [
    ...report.sheets.flatMap(sheetLines),
    ...report.rules.flatMap(({ code, level, count }) => [
      '',
      `${levelNames[level]} ${code}（${count}处）`,
      ...ruleLines(
        report.findings.filter((finding) => finding.code === code),
        report.sheets,
      ),
    ]),
    ...(report.rules.length > 0 ? [''] : []),
    result,
    '',
  ].join('\n');
}

function sheetLines(sheet: Report['sheets'][number]): string[] {
  const { name, kind, headerRow, rows, columns, unmatched, missing } = sheet;
  return [
    `“${name}”：${recordKindLabels[kind]}${rows}行，表头在第${headerRow}行，认出${columns.length}列`,
    ...(unmatched.length > 0 ? [`  没有用到的列：${unmatched.join('、')}`] : []),
    ...(missing.length > 0
      ? [
          `  没有这些必填列：${missing.map((id) => fieldIn(standardInForce(kind), id)?.label ?? id).join('、')}`,
        ]
      : []),
  ];
}

function ruleLines(findings: readonly ReportedFinding[], sheets: Report['sheets']): string[] {
  const places = new Map<string, string[]>();
  let withoutColumn = 0;
  for (const { sheet, row, cell, fields, message } of findings) {
    if (
      cell === null &&
      sheets.some(({ name, missing }) => name === sheet && isIn(fields, missing))
    ) {
      withoutColumn += 1;
      continue;
    }
    const place = `${sheets.length > 1 ? `${sheet}!` : ''}${cell ?? `第${row}行`}`;
    const present = places.get(message);
    if (present) present.push(place);
    else places.set(message, [place]);
  }
  const shown = [...places].slice(0, messagesShown);
  const rest = [...places].slice(messagesShown).reduce((sum, [, cells]) => sum + cells.length, 0);
  return [
    ...shown.map(([message, cells]) => {
      const more = cells.length > cellsShown ? ` 等${cells.length}处` : '';
      return `  ${cells.slice(0, cellsShown).join(' ')}${more}：${message}`;
    }),
    ...(rest > 0 ? [`  另有${rest}处，用 --out 写出标注副本逐处查看`] : []),
    ...(withoutColumn > 0 ? [`  ${withoutColumn}处因为没有上面列出的必填列`] : []),
  ];
}

/** Whether a finding is about a field that has no column in its sheet. */
function isIn(fields: ReportedFinding['fields'], missing: ReportedFinding['fields']): boolean {
  return fields[0] !== undefined && missing.includes(fields[0]);
}
