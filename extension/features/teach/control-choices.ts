/** What a control can be taught to mean. Runs in the background: pages are spared the standard's names. */
import { type DoublePublicityKind, standards } from '@baosong/shared/standards/index.ts';
import { synonymsOf } from '@baosong/shared/standards/synonyms.ts';
import type { ControlMeaning } from '../../form/profile.ts';
import { type Choice, type ControlChoices, folded } from './meanings.ts';

function choicesOf(kind: DoublePublicityKind): readonly Choice<ControlMeaning>[] {
  return [
    { meaning: null, label: '交给自动识别', words: '交给自动识别' },
    { meaning: 'ignored', label: '不是报送字段', words: '不是报送字段' },
    ...standards[kind].fields.map(({ id, label, code }) => ({
      meaning: id,
      label,
      words: folded([label, code, ...synonymsOf(standards[kind], id)].join(' ')),
    })),
  ];
}

/** The meanings of a control, the two that are no field first. */
export const controlChoices: ControlChoices = {
  licence: choicesOf('licence'),
  penalty: choicesOf('penalty'),
};
