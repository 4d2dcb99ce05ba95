/**
 * Timing on a machine that others use too: what counts is the processor time of this thread, not the time that it
 * had to wait for a core; contenders take turns, round after round, and the median counts.
 */
import { do_not_optimize, measure } from 'mitata';

/** One thing to time. */
export interface Contender {
  readonly name: string;
  /** One pass over all the work. */
  readonly pass: () => unknown;
}

/** What a contender needs for one pass, in milliseconds of processor time. */
export interface Timing {
  readonly name: string;
  readonly median: number;
  readonly fastest: number;
  readonly slowest: number;
}

/** How often each contender is timed. */
export interface Effort {
  readonly rounds: number;
  readonly samplesPerRound: number;
}

/** Processor time of this thread in nanoseconds. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) * 1000;
}

/** Systems count processor time in ticks of some milliseconds; a sample is made of passes for many ticks. */
const sampleTime = 200e6;

/** How many passes make a sample. */
async function passesPerSample(pass: () => unknown): Promise<number> {
  for (let passes = 1; ; passes *= 2) {
    const started = processorTime();
    for (let i = 0; i < passes; i += 1) await pass();
    const time = processorTime() - started;
    if (time >= sampleTime / 4) return Math.max(1, Math.round((passes * sampleTime) / time));
  }
}

function repeated(pass: () => unknown, times: number): () => unknown {
  if (times === 1) return pass;
  return () => {
    let result: unknown;
    for (let i = 0; i < times; i += 1) {
      result = pass();
      do_not_optimize(result);
    }
    return result;
  };
}

/**
 * Times contenders on the same work.
 *
 * @param say is told what is being timed.
 */
export async function timed(
  contenders: readonly Contender[],
  say: (text: string) => void,
  { rounds, samplesPerRound }: Effort = { rounds: 5, samplesPerRound: 3 },
): Promise<readonly Timing[]> {
  const samples = contenders.map((): number[] => []);
  for (let round = 1; round <= rounds; round += 1) {
    for (const [index, { name, pass }] of contenders.entries()) {
      say(`${name}, round ${round} of ${rounds}`);
      const passes = await passesPerSample(pass);
      const stats = await measure(repeated(pass, passes), {
        now: processorTime,
        min_samples: samplesPerRound,
        max_samples: samplesPerRound,
        // Neither more samples to fill a time, nor calls put together, nor samples left out.
        min_cpu_time: 0,
        batch_threshold: 0,
        samples_threshold: Number.POSITIVE_INFINITY,
      });
      samples[index]?.push(...stats.samples.map((nanoseconds) => nanoseconds / passes / 1e6));
    }
  }
  return contenders.map(({ name }, index) => timingOf(name, samples[index] ?? []));
}

function timingOf(name: string, samples: readonly number[]): Timing {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  return {
    name,
    median: at(Math.floor(sorted.length / 2)),
    fastest: at(0),
    slowest: at(sorted.length - 1),
  };
}
