/** Whole records with all rules, and what checking costs after each key stroke. */
import { shanghaiDate } from '../calendar/dates.ts';
import type { DoublePublicityKind, RecordValues } from '../standards/index.ts';
import {
  usccFor,
  validLicence,
  validNaturalPersonLicence,
  validNaturalPersonPenalty,
  validPenalty,
} from '../testing/records.ts';
import { validate } from '../validation/validate.ts';
import { timed } from './measure.ts';
import type { Timing } from './measure.ts';

const recordsChecked = 10_000;
const strokes = 10_000;

/** What a clerk gets wrong, one slip to a record. */
const slips: readonly RecordValues[] = [
  { unifiedSocialCreditCode: '91420200MA49000O2A' },
  { documentNumber: '云市监许[2026]5号' },
  { decisionDate: '2026.3.5' },
  { legalRepresentative: '' },
  { authorityName: '' },
  { subjectDocumentNumber: '420202199003070017' },
];

const makers: readonly (readonly [DoublePublicityKind, (values: RecordValues) => RecordValues])[] =
  [
    ['licence', validLicence],
    ['penalty', validPenalty],
    ['licence', validNaturalPersonLicence],
    ['penalty', validNaturalPersonPenalty],
  ];

/** Records of every maker in turn, a tenth of them with a slip. */
function recordsToCheck(): { readonly kind: DoublePublicityKind; readonly values: RecordValues }[] {
  return Array.from({ length: recordsChecked }, (_, n) => {
    const [kind, make] = makers[n % makers.length] ?? ['licence', validLicence];
    const number = { documentNumber: `云市监字〔2026〕${n + 1}号` };
    const slip = n % 10 === 9 ? (slips[Math.floor(n / 10) % slips.length] ?? {}) : {};
    return { kind, values: make({ ...number, ...slip }) };
  });
}

/** Checks of whole records. */
export interface RecordFigures {
  readonly records: number;
  /** For all the records, in milliseconds. */
  readonly all: Timing;
  readonly strokes: number;
  /** For all the key strokes, in milliseconds. */
  readonly typing: Timing;
}

/** Times the rules on whole records, and as the engine calls them while a company's code is typed. */
export async function timeRecords(
  today: string,
  say: (text: string) => void,
): Promise<RecordFigures> {
  const records = recordsToCheck();
  const code = usccFor(4711);
  const typed = Array.from({ length: strokes }, (_, n) =>
    validPenalty({ unifiedSocialCreditCode: code.slice(0, 1 + (n % code.length)) }),
  );
  const [all, typing] = await timed(
    [
      {
        name: 'whole records',
        pass: () =>
          records.reduce(
            (sum, { kind, values }) => sum + validate(values, { kind, today }).length,
            0,
          ),
      },
      {
        name: 'key strokes',
        pass: () =>
          typed.reduce((sum, values) => {
            const now = shanghaiDate(new Date().toISOString());
            return sum + validate(values, { kind: 'penalty', today: now }).length;
          }, 0),
      },
    ],
    say,
  );
  if (!all || !typing) throw new Error('Nothing was timed.');
  return { records: recordsChecked, all, strokes, typing };
}
