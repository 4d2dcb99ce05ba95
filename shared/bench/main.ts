/** `npm run bench`: measures, prints the figures, and writes them into `shared/BENCHMARKS.md`. */
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { shanghaiDate } from '../calendar/dates.ts';
import { compareIdentifiers } from './identifiers.ts';
import { timeRecords } from './records.ts';
import { page } from './report.ts';
import { timeWorkbook } from './workbooks.ts';

const target = fileURLToPath(new URL('../BENCHMARKS.md', import.meta.url));

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

const today = shanghaiDate(new Date().toISOString());
const [before = 0] = loadavg();
const identifiers = await compareIdentifiers(today, say);
const records = await timeRecords(today, say);
const workbook = await timeWorkbook(today, say);
const [after = 0] = loadavg();
const [processor] = cpus();

const text = page({
  machine: {
    processor: processor?.model.trim() ?? 'unknown processor',
    cores: cpus().length,
    node: process.versions.node,
    load: [before, after],
    date: today,
  },
  identifiers,
  records,
  workbook,
});
const options = await resolveConfig(target);
await writeFile(target, await format(text, { ...options, filepath: target }));
process.stdout.write(`\n${text}`);
