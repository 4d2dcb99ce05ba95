/**
 * Inputs and verdicts for organisation codes: `valid` and `invalid` (by the first thing that is wrong) are beyond
 * dispute; `decisions` are those on which validators differ, with what is decided here and why.
 */

// prettier-ignore
export const valid: readonly string[] = [
    '00990986X', '052958608', '071374181', '076409427', '078376286', '078377449', '07837941X',
    '078382010', '078391750', '078394644', '078395188', '087994932', '12345678-8', '224521729',
    '350970859', '401359081', '40170530-0', '55323005X', '556273987', '556284969', '556287545',
    '571630591', '585923360', '600037341', '608234876', '665404165', '67592034X', '71526726X',
    '719023721', '74371976-1', '750906995', '750935948', '756580826', '767728304', '775260043',
    '784023285', '789620900', '794891756', '87654321-0', 'D2143569-X', 'L01510128', 'L1832212-3',
    'MA1K3BTP-2', 'MA1MRHG20', 'MA27Y4U4-7', 'MA27Y4U47', 'MA28W5W7-7', 'MA2PBM9H-X',
    'MA2PBMA7-4', 'MA2PBMCG-0', 'MA2PBN18-8', 'MA2PBN83-1', 'MA2PBNE7-2', 'MA2PBP21-2',
    'MA2PBP6A-1', 'MA2PBPLU-0', 'MA2PBQAH-7', 'MA2PBQBH-3', 'MA2PEL1X-3', 'MA2PEL3T-3',
    'MA2PEL60-5', 'MA2PEMUH-X', 'MA2PEN6Q-3', 'MA2PENCC-7', 'MA2PENWF-9', 'MA2PEP51-8',
    'MA2PEP7F-5', 'MA2PEPJB-9', 'MA2PERLJ-2', 'MA2UJY3J-9', 'MA2UJYD9-0', 'MA2UJYG4-9',
    'MA2UJYN7-8', 'MA2UJYNU-6', 'MA2UK2TH-6', 'MA2UK331-2',
];

// prettier-ignore
export const invalid: Readonly<Record<string, readonly string[]>> = {
  alphabet: [
    '2143569-X', 'D2143569-*', 'D2143569-Y', 'MA27Y4U--',
  ],
  checkDigit: [
    'D2143569-1', 'L5701181X',
  ],
  length: [
    '12345', 'D214356', 'D214356-',
  ],
};

// prettier-ignore
export const decisions: readonly (readonly [input: string, verdict: boolean, why: string])[] = [
  ['000000000', true, 'satisfies the standard, whatever it looks like'],
  ['123456788', true, 'satisfies the standard, whatever it looks like'],
  ['D2143569-Xyz', false, 'in no writing a number of this kind'],
  ['D2143569-x', false, 'lower case is not as the standard writes it; the normal form is offered'],
  ['d2143569-X', false, 'lower case is not as the standard writes it; the normal form is offered'],
  ['d2143569-x', false, 'lower case is not as the standard writes it; the normal form is offered'],
  ['foo', false, 'in no writing a number of this kind'],
  ['foobarblah', false, 'in no writing a number of this kind'],
];
