/**
 * Inputs and verdicts for document numbers: `valid` and `invalid` (by the first thing that is wrong) are beyond
 * dispute; `decisions` are those on which validators differ, with what is decided here and why.
 */

// prettier-ignore
export const valid: readonly string[] = [
    'X府发〔2024〕1号', 'X府发〔2024〕5号', 'X数安〔2024〕1号', '京公海行罚决字〔2023〕50316号', '京银保监罚决字〔2023〕15号',
    '发改能源〔2024〕123号', '国办发〔2024〕1号', '海政复决字〔2023〕314号', '菏金罚决字〔2023〕26号', '银保监罚决字〔2023〕1号',
    '银罚决字〔2023〕6号',
];

// prettier-ignore
export const invalid: Readonly<Record<string, readonly string[]>> = {

};

// prettier-ignore
export const decisions: readonly (readonly [input: string, verdict: boolean, why: string])[] = [
  ['示例罚决字〔2023〕第1号', false, 'GB/T 9704-2012 numbers without 第; the normal form is offered'],
  ['顺(一)消行罚决字〔2023〕第100127号', false, 'GB/T 9704-2012 numbers without 第; the normal form is offered'],
];
