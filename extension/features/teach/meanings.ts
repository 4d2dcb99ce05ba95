/** What a control or a button can be taught to mean, searched by the clerk. Runs in the page. */
import type { DoublePublicityKind } from '@baosong/shared/standards/field.ts';
import type { ButtonMeaning, ControlMeaning } from '../../form/profile.ts';

/** One line of the list to choose from. */
export interface Choice<Meaning> {
  readonly meaning: Meaning;
  readonly label: string;
  /** Everything by which it is found. */
  readonly words: string;
}

/** A text as it is searched for. */
export const folded = (text: string): string =>
  text.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** The meanings of a control by the kind of its form, the two that are no field first. */
export type ControlChoices = Readonly<
  Record<DoublePublicityKind, readonly Choice<ControlMeaning>[]>
>;

/** The meanings of a button; `null` leaves it to its words. */
export const buttonChoices: readonly Choice<ButtonMeaning | null>[] = [
  { meaning: null, label: '按它的文字判断', words: '按它的文字判断' },
  { meaning: 'submission', label: '提交按钮', words: '提交按钮上报' },
  { meaning: 'zero:licence', label: '零报送按钮（行政许可）', words: '零报送按钮行政许可无数据' },
  { meaning: 'zero:penalty', label: '零报送按钮（行政处罚）', words: '零报送按钮行政处罚无数据' },
];

/** The choices that hold every character of what was typed, in its order; those that begin with it first. */
export function search<Meaning>(
  choices: readonly Choice<Meaning>[],
  typed: string,
): readonly Choice<Meaning>[] {
  const wanted = folded(typed);
  if (wanted === '') return choices;
  const rank = ({ label, words }: Choice<Meaning>): number => {
    if (folded(label).startsWith(wanted)) return 3;
    if (folded(label).includes(wanted)) return 2;
    if (words.includes(wanted)) return 1;
    let from = 0;
    for (const character of wanted) {
      const at = folded(label).indexOf(character, from);
      if (at < 0) return 0;
      from = at + 1;
    }
    return 0.5;
  };
  return choices
    .map((choice) => ({ choice, rank: rank(choice) }))
    .filter((one) => one.rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ choice }) => choice);
}
