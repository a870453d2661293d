import type { Translator } from '@/i18n/translator'
import type { QuestionTexts } from './question-fields'

export function questionTexts(t: Translator): QuestionTexts {
  return {
    single: t('practice.single'),
    multiple: t('practice.multiple'),
    matching: t('practice.matching'),
    ordering: t('practice.ordering'),
    choose: t('practice.choose'),
    rank: t('practice.rank'),
    true: t('practice.true'),
    false: t('practice.false'),
  }
}
