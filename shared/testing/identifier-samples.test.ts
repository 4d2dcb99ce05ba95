import { describe, expect, it, test } from 'vitest';
import * as organizationCode from '../identifiers/organization-code.ts';
import * as registrationNumber from '../identifiers/registration-number.ts';
import * as residentId from '../identifiers/resident-id.ts';
import * as uscc from '../identifiers/uscc.ts';
import { identifierSamples } from './identifier-samples.ts';
import type { SampledIdentifier } from './identifier-samples.ts';

const verdicts: Readonly<Record<SampledIdentifier, (text: string) => boolean>> = {
  residentId: (text) => residentId.isValid(text, '2026-11-25'),
  unifiedSocialCreditCode: uscc.isValid,
  organizationCode: organizationCode.isValid,
  registrationNumber: registrationNumber.isValid,
};

describe('identifierSamples', () => {
  test.each(Object.entries(verdicts))(
    'of %s meet no wrong verdict of ours among 100,000',
    (identifier, isValid) => {
      const wrong = identifierSamples(identifier as SampledIdentifier, 100_000, 20_261_125).filter(
        ({ text, fault }) => isValid(text) !== (fault === null),
      );
      expect(wrong).toEqual([]);
    },
  );

  it('are wrong in a tenth, in every way, and the same for a seed only', () => {
    const samples = identifierSamples('residentId', 1000, 7);
    const faults = samples.map(({ fault }) => fault).filter((fault) => fault !== null);
    expect(faults).toHaveLength(100);
    expect(new Set(faults)).toEqual(new Set(['character', 'swap', 'date', 'region', 'length']));
    expect(identifierSamples('residentId', 1000, 7)).toEqual(samples);
    expect(identifierSamples('residentId', 1000, 8)).not.toEqual(samples);
  });

  it('have the form of what they stand for', () => {
    const forms: Readonly<Record<SampledIdentifier, RegExp>> = {
      residentId: /^\d{17}[\dX]$/,
      unifiedSocialCreditCode: /^[1-9]\d{7}[\dA-HJ-NPQRTUWXY]{10}$/,
      organizationCode: /^[\dA-Z]{8}[\dX]$/,
      registrationNumber: /^\d{15}$/,
    };
    for (const [identifier, form] of Object.entries(forms)) {
      // The tenth is the first that is wrong.
      for (const { text } of identifierSamples(identifier as SampledIdentifier, 9, 1)) {
        expect(text).toMatch(form);
      }
    }
  });
});
