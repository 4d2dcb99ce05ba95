/**
 * Generated identifiers of which every tenth is wrong, for property tests and for the benchmark that compares
 * checkers. The verdicts come from the plain arithmetic of the standards below, which shares nothing with the
 * product's own.
 */

/** What was done to a value: one character changed, two neighbours swapped, a part that cannot be. */
export type SampleFault = 'character' | 'swap' | 'date' | 'region' | 'length';

/** One identifier. */
export interface IdentifierSample {
  readonly text: string;
  /** `null` for a valid one. */
  readonly fault: SampleFault | null;
}

export type SampledIdentifier =
  'residentId' | 'unifiedSocialCreditCode' | 'organizationCode' | 'registrationNumber';

/** Gives numbers from 0 to below 1 that look random and are the same for a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const digits = '0123456789';
const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organizationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Districts that every edition of GB/T 2260 of the last twenty years lists, so that no table is too old or too new. */
const districts = ['110101', '310101', '330106', '420202', '440308', '510104', '610103'];

/** How an identifier is made, and how its check digit comes about. */
interface Scheme {
  readonly body: (random: Random) => string;
  readonly checkDigit: (body: string) => string;
  /** What may stand in a place, to change one character into. */
  readonly alphabet: string;
  readonly faults: readonly SampleFault[];
}

class Random {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = randomFrom(seed);
  }

  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }

  of(choices: string | readonly string[]): string {
    return choices[this.below(choices.length)] ?? '';
  }

  text(length: number, alphabet: string): string {
    return Array.from({ length }, () => this.of(alphabet)).join('');
  }
}

function padded(n: number, length: number): string {
  return String(n).padStart(length, '0');
}

/** GB 11643: weights 2^17 … 2^1 mod 11. */
function residentIdCheck(body: string): string {
  const sum = Array.from(body).reduce(
    (total, digit, i) => total + Number(digit) * 2 ** (17 - i),
    0,
  );
  return '10X98765432'.charAt(sum % 11);
}

/** GB 32100: weights 3^0 … 3^16 mod 31. */
function usccCheck(body: string): string {
  const sum = Array.from(body).reduce(
    (total, sign, i) => total + usccAlphabet.indexOf(sign) * (3 ** i % 31),
    0,
  );
  return usccAlphabet.charAt((31 - (sum % 31)) % 31);
}

/** GB 11714. */
function organizationCheck(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce(
    (total, weight, i) => total + organizationAlphabet.indexOf(body.charAt(i)) * weight,
    0,
  );
  return '0123456789X'.charAt((11 - (sum % 11)) % 11);
}

/** ISO 7064 MOD 11,10. */
function registrationCheck(body: string): string {
  let product = 10;
  for (const digit of body) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return String((11 - product) % 10);
}

function organizationBody(random: Random): string {
  return random.below(2) === 0
    ? `MA${random.text(6, '0123456789ABCDEFGHJKLMNPQRTUWXY')}`
    : random.text(8, digits);
}

const schemes: Readonly<Record<SampledIdentifier, Scheme>> = {
  residentId: {
    // Every month has 28 days.
    body: (random) =>
      `${random.of(districts)}${1930 + random.below(85)}${padded(1 + random.below(12), 2)}${padded(1 + random.below(28), 2)}${random.text(3, digits)}`,
    checkDigit: residentIdCheck,
    alphabet: digits,
    faults: ['character', 'swap', 'date', 'region', 'length'],
  },
  unifiedSocialCreditCode: {
    body: (random) => {
      const code = organizationBody(random);
      return `${random.of(['11', '12', '51', '52', '91', '92', '93'])}${random.of(districts)}${code}${organizationCheck(code)}`;
    },
    checkDigit: usccCheck,
    alphabet: usccAlphabet,
    faults: ['character', 'swap', 'region', 'length'],
  },
  organizationCode: {
    body: organizationBody,
    checkDigit: organizationCheck,
    alphabet: digits,
    faults: ['character', 'swap', 'length'],
  },
  registrationNumber: {
    body: (random) => `${random.of(districts)}${random.text(8, digits)}`,
    checkDigit: registrationCheck,
    alphabet: digits,
    faults: ['character', 'swap', 'length'],
  },
};

/**
 * Identifiers of which every tenth is wrong, the faults taking turns; the same for the same seed.
 *
 * @returns texts as they come from a form: each a string of its own, not a slice of another one.
 */
export function identifierSamples(
  identifier: SampledIdentifier,
  count: number,
  seed: number,
): readonly IdentifierSample[] {
  const random = new Random(seed);
  const scheme = schemes[identifier];
  return Array.from({ length: count }, (_, index): IdentifierSample => {
    const body = scheme.body(random);
    const text = body + scheme.checkDigit(body);
    if (index % 10 !== 9) return { text: flat(text), fault: null };
    const fault = scheme.faults[Math.floor(index / 10) % scheme.faults.length] ?? 'character';
    return { text: flat(spoilt(text, fault, scheme, random)), fault };
  });
}

/** Whether the last character is the check digit of the others. */
function agrees(text: string, { checkDigit }: Scheme): boolean {
  return checkDigit(text.slice(0, -1)) === text.slice(-1);
}

function spoilt(text: string, fault: SampleFault, scheme: Scheme, random: Random): string {
  const withCheck = (body: string): string => body + scheme.checkDigit(body);
  switch (fault) {
    case 'character':
    case 'swap':
      // Not every slip is one: equal neighbours, or letters eleven apart in an organisation code.
      for (;;) {
        const wrong = fault === 'swap' ? swapped(text, random) : changed(text, scheme, random);
        if (wrong !== text && !agrees(wrong, scheme)) return wrong;
      }
    case 'date': {
      // The check digit is right, the day is not: month 13, 30 February, day 0, born in the future.
      const day = random.of(['20011301', '19990230', '20000400', '21500101']);
      return withCheck(text.slice(0, 6) + day + text.slice(14, 17));
    }
    case 'region':
      return text.length === 18 && scheme.alphabet === digits
        ? withCheck(random.of(['00', '99', '20', '47']) + text.slice(2, 17))
        : withCheck(`${text.slice(0, 2)}4X${text.slice(4, 17)}`);
    case 'length':
      return random.below(2) === 0 ? text.slice(0, -1) : text + random.of(digits);
  }
}

function changed(text: string, { alphabet }: Scheme, random: Random): string {
  const at = random.below(text.length);
  return text.slice(0, at) + random.of(alphabet) + text.slice(at + 1);
}

function swapped(text: string, random: Random): string {
  const at = random.below(text.length - 1);
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}

/** The same text in one piece: engines keep slices and sums as such until they are read. */
function flat(text: string): string {
  return Array.from(text).join('');
}
