/** The figures as `shared/BENCHMARKS.md` shows them. */
import { ours } from './identifiers.ts';
import type { IdentifierComparison, IdentifierFigures } from './identifiers.ts';
import type { Timing } from './measure.ts';
import type { RecordFigures } from './records.ts';
import type { WorkbookFigures } from './workbooks.ts';

/** Where and when was measured. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly node: string;
  /** Processes that wanted to run, on average over a minute: before and after. */
  readonly load: readonly [number, number];
  /** `YYYY-MM-DD` */
  readonly date: string;
}

export interface Figures {
  readonly machine: Machine;
  readonly identifiers: readonly IdentifierComparison[];
  readonly records: RecordFigures;
  readonly workbook: WorkbookFigures;
}

const recordsAim = 100_000;
const importAim = 1.5;

/** A page in Markdown. */
export function page({ machine, identifiers, records, workbook }: Figures): string {
  const { processor, cores, node, load, date } = machine;
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench` from what it measured; do not edit.',
    '',
    `Measured on ${date}: ${processor}, ${cores} cores, Node ${node}. Times are processor time of one thread, so that other work on the machine (load average ${load.map((each) => each.toFixed(1)).join(' before and ')} after) counts little; it still takes its share of the caches. Contenders take turns, round after round; figures are medians, with the slowest and the fastest sample beside them.`,
    '',
    '## Identifiers',
    '',
    '100,000 generated values, a tenth of them wrong (`shared/testing/identifier-samples.ts`): one character changed, two neighbours swapped, a day or region that does not exist under a right check digit, one character too many or too few. A verdict is wrong where it differs from the arithmetic of the standard.',
    ...identifiers.flatMap(identifierSection),
    '',
    '## Records',
    '',
    ...recordSection(records),
    '',
    '## Workbooks',
    '',
    ...workbookSection(workbook),
    '',
  ].join('\n');
}

function identifierSection({ title, aim, figures }: IdentifierComparison): string[] {
  return [
    '',
    `### ${title}`,
    '',
    '| library | values a second | slowest–fastest | valid ones refused | wrong ones passed |',
    '|---|--:|--:|--:|---|',
    ...figures.map(
      ({ name, perSecond, refused, passed }) =>
        `| ${name} | ${millions(perSecond.median)} | ${millions(perSecond.low)}–${millions(perSecond.high)} | ${refused} | ${passedText(passed)} |`,
    ),
    ...verdictOn(aim, figures).flatMap((line) => ['', line]),
  ];
}

function passedText(passed: IdentifierFigures['passed']): string {
  const parts = Object.entries(passed);
  const sum = parts.reduce((total, [, count]) => total + count, 0);
  return sum === 0 ? '0' : `${sum} (${parts.map(([fault, n]) => `${fault} ${n}`).join(', ')})`;
}

function isFaultless({ refused, passed }: IdentifierFigures): boolean {
  return refused === 0 && Object.keys(passed).length === 0;
}

function verdictOn(aim: number | null, figures: readonly IdentifierFigures[]): string[] {
  const own = figures.find(({ name }) => name === ours);
  const peers = figures
    .filter((each) => each !== own)
    .sort((a, b) => b.perSecond.median - a.perSecond.median);
  const [fastest] = peers;
  if (!own || !fastest) return [];
  const ratio = (peer: IdentifierFigures): string =>
    `${(own.perSecond.median / peer.perSecond.median).toFixed(1)} × as fast as ${peer.name}`;
  const faultless = peers.find(isFaultless);
  const sentences = [
    aim === null ? null : `Aim: ${millions(aim)} a second, ${met(own.perSecond.median >= aim)}.`,
    faultless
      ? `${ratio(faultless)}, the fastest peer without a wrong verdict; aim: 5 ×, ${met(own.perSecond.median >= 5 * faultless.perSecond.median)}.`
      : 'No peer is without a wrong verdict.',
    fastest === faultless ? null : `${ratio(fastest)}, the fastest peer of all.`,
  ];
  return [sentences.filter((sentence) => sentence !== null).join(' ')];
}

function recordSection({ records, all, strokes, typing }: RecordFigures): string[] {
  const rate = (milliseconds: number): number => (records / milliseconds) * 1000;
  const stroke = (milliseconds: number): string =>
    `${((milliseconds / strokes) * 1000).toFixed(1)} µs`;
  return [
    `Whole records (licences and penalties of companies and of natural persons, a tenth with a slip), all rules: **${thousands(rate(all.median))} a second** (${thousands(rate(all.slowest))}–${thousands(rate(all.fastest))}). Aim: ${thousands(recordsAim)}, ${met(rate(all.median) >= recordsAim)}.`,
    '',
    `After a key stroke, as the engine calls the rules while a code is typed into a form: **${stroke(typing.median)}** (${stroke(typing.fastest)}–${stroke(typing.slowest)}) for the whole record; a frame has 16,700 µs.`,
  ];
}

function workbookSection(figures: WorkbookFigures): string[] {
  const { rows, columns, megabytes, peer, imported, checked } = figures;
  const line = (what: string, timing: Timing): string =>
    `| ${what} | ${timing.median.toFixed(0)} ms | ${timing.fastest.toFixed(0)}–${timing.slowest.toFixed(0)} ms | ${(timing.median / peer.median).toFixed(2)} |`;
  return [
    `An .xlsx of ${rows.toLocaleString('en-US')} rows and ${columns} columns, every text cell filled (${megabytes.toFixed(1)} MB).`,
    '',
    '| what | time | fastest–slowest | times exceljs |',
    '|---|--:|--:|--:|',
    line('exceljs alone reads the file', peer),
    line('import to records', imported),
    line('import to records, all checked', checked),
    '',
    `Aim: at most ${importAim} × exceljs alone, ${met(imported.median <= importAim * peer.median)}.`,
  ];
}

function met(isMet: boolean): string {
  return isMet ? 'met' : '**missed**';
}

function millions(count: number): string {
  return `${(count / 1e6).toFixed(2)} M`;
}

function thousands(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}
