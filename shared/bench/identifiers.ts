/** Identifier checks beside their peers on npm: how fast each is, and how often it is wrong. */
import { createRequire } from 'node:module';
import * as organizationCode from '../identifiers/organization-code.ts';
import * as registrationNumber from '../identifiers/registration-number.ts';
import * as residentId from '../identifiers/resident-id.ts';
import * as uscc from '../identifiers/uscc.ts';
import { identifierSamples } from '../testing/identifier-samples.ts';
import type {
  IdentifierSample,
  SampledIdentifier,
  SampleFault,
} from '../testing/identifier-samples.ts';
import { timed } from './measure.ts';
import type { Timing } from './measure.ts';

/** Whether a text is a valid identifier. */
type Verdict = (text: string) => boolean;

/** Name of our own check among its peers. */
export const ours = 'Baosong';

const valuesChecked = 100_000;
const seed = 20_261_125;

// The peers are CommonJS, and what types they have do not describe how Node loads them.
const load = createRequire(import.meta.url);
const idcard = load('idcard') as { verify: Verdict };
const utilHelpers = load('util-helpers') as Record<
  'isIdCard' | 'isUnifiedIdentifier' | 'isBusinessLicense',
  Verdict
>;
const IdValidator = load('id-validator') as new () => { isValid: Verdict };
const { stdnum } = load('stdnum') as {
  stdnum: { CN: Record<'ric' | 'uscc', { validate(text: string): { isValid: boolean } }> };
};
const validator = load('validator') as { isIdentityCard(text: string, locale: string): boolean };

const idValidator = new IdValidator();

/** What a check is called, what is aimed at in values a second, and who checks. */
interface Comparison {
  readonly identifier: SampledIdentifier;
  readonly title: string;
  readonly aim: number | null;
  readonly checks: Readonly<Record<string, Verdict>>;
}

function comparisons(today: string): readonly Comparison[] {
  return [
    {
      identifier: 'residentId',
      title: 'Resident ID (公民身份号码)',
      aim: 3_500_000,
      checks: {
        [ours]: (text) => residentId.isValid(text, today),
        idcard: (text) => idcard.verify(text),
        'util-helpers': (text) => utilHelpers.isIdCard(text),
        'id-validator': (text) => idValidator.isValid(text),
        stdnum: (text) => stdnum.CN.ric.validate(text).isValid,
        validator: (text) => validator.isIdentityCard(text, 'zh-CN'),
      },
    },
    {
      identifier: 'unifiedSocialCreditCode',
      title: 'Unified social credit code (统一社会信用代码)',
      aim: 2_000_000,
      checks: {
        [ours]: (text) => uscc.isValid(text),
        'util-helpers': (text) => utilHelpers.isUnifiedIdentifier(text),
        stdnum: (text) => stdnum.CN.uscc.validate(text).isValid,
      },
    },
    {
      identifier: 'registrationNumber',
      title: 'Registration number (工商注册号)',
      aim: 5_000_000,
      checks: {
        [ours]: (text) => registrationNumber.isValid(text),
        'util-helpers': (text) => utilHelpers.isBusinessLicense(text),
      },
    },
    {
      identifier: 'organizationCode',
      title: 'Organisation code (组织机构代码); none of the peers checks it',
      aim: null,
      checks: { [ours]: (text) => organizationCode.isValid(text) },
    },
  ];
}

/** How one library did on one identifier. */
export interface IdentifierFigures {
  readonly name: string;
  /** Values a second: of the median, the slowest and the fastest pass. */
  readonly perSecond: { readonly median: number; readonly low: number; readonly high: number };
  /** Valid values that it refuses. */
  readonly refused: number;
  /** Wrong values that it passes, by what is wrong with them. */
  readonly passed: Readonly<Partial<Record<SampleFault, number>>>;
}

/** All libraries on one identifier, ours first. */
export interface IdentifierComparison {
  readonly title: string;
  readonly aim: number | null;
  readonly figures: readonly IdentifierFigures[];
}

/** Compares all checks of all identifiers. */
export async function compareIdentifiers(
  today: string,
  say: (text: string) => void,
): Promise<readonly IdentifierComparison[]> {
  const compared: IdentifierComparison[] = [];
  for (const { identifier, title, aim, checks } of comparisons(today)) {
    const samples = identifierSamples(identifier, valuesChecked, seed);
    const texts = samples.map(({ text }) => text);
    const timings = await timed(
      Object.entries(checks).map(([name, isValid]) => ({
        name: `${identifier}: ${name}`,
        pass: () => countValid(texts, isValid),
      })),
      say,
    );
    compared.push({
      title,
      aim,
      figures: Object.entries(checks).map(([name, isValid], index) => ({
        name,
        perSecond: perSecond(timings[index]),
        ...wrongVerdicts(samples, isValid),
      })),
    });
  }
  return compared;
}

function countValid(texts: readonly string[], isValid: Verdict): number {
  let count = 0;
  for (const text of texts) if (isValid(text)) count += 1;
  return count;
}

function perSecond(timing: Timing | undefined): IdentifierFigures['perSecond'] {
  const of = (milliseconds = Number.NaN): number => (valuesChecked / milliseconds) * 1000;
  return { median: of(timing?.median), low: of(timing?.slowest), high: of(timing?.fastest) };
}

function wrongVerdicts(
  samples: readonly IdentifierSample[],
  isValid: Verdict,
): Pick<IdentifierFigures, 'refused' | 'passed'> {
  let refused = 0;
  const passed: Partial<Record<SampleFault, number>> = {};
  for (const { text, fault } of samples) {
    if (isValid(text) === (fault === null)) continue;
    if (fault === null) refused += 1;
    else passed[fault] = (passed[fault] ?? 0) + 1;
  }
  return { refused, passed };
}
