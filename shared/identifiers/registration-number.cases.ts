/**
 * Inputs and verdicts for registration numbers: `valid` and `invalid` (by the first thing that is wrong) are beyond
 * dispute; `decisions` are those on which validators differ, with what is decided here and why.
 */

// prettier-ignore
export const valid: readonly string[] = [
    '110108000000016', '130903000004802', '310115600985533', '310117003171688', '310230000419464',
    '320300000174110', '320483000067847', '320507000045918', '330196000080659', '330225000051892',
    '330282602082220', '340100000400528', '350205200033663', '370125200024527', '430524600099555',
    '440301103072002', '440301104041144', '440307811872564', '440783763666398', '441900001868015',
    '445381600190918', '450703583197518',
];

// prettier-ignore
export const invalid: Readonly<Record<string, readonly string[]>> = {
  checkDigit: [
    '110108000000017', '191108000000014', '310115600985532', '310115600985535', '320483000067848',
  ],
  empty: [
    '',
  ],
  length: [
    '123456789', '310115600985', '3101156009855', '32048300006784', '3204830000678481',
  ],
};

// prettier-ignore
export const decisions: readonly (readonly [input: string, verdict: boolean, why: string])[] = [
  ['123456789012345', true, 'satisfies the standard, whatever it looks like'],
  ['14082500A000118', false, 'letters are not part of the standard; callers only warn'],
  ['91350100M000100', false, 'letters are not part of the standard; callers only warn'],
  ['ac0115600985535', false, 'in no writing a number of this kind'],
];
