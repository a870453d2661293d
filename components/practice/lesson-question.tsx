import type { OutdatedCitation } from '@/domain/library/outdated-citation'
import type { Locale } from '@/domain/locale'
import type { Answer } from '@/domain/question/answer'
import type { QuestionKey } from '@/domain/question/question'
import type { Translator } from '@/i18n/translator'
import type { Citing } from '../ui/inline'
import { LawChanged } from '../ui/law-changed'
import { type InStep, PracticeQuestion, practicePlace } from './practice-question'

type Props = {
  question: QuestionKey
  /** All questions of the lesson. */
  practice: readonly QuestionKey[]
  answer: Answer | null
  /** @see PracticeQuestion */
  draft: Answer | null
  refused: boolean
  /** The changes since then in the law that the question rests on. */
  changes: readonly OutdatedCitation[]
  citing: Citing
  /** @see PracticeQuestion */
  done?: boolean | undefined
  action: string
  /** @see PracticeQuestion */
  step?: InStep | undefined
  report: string | null
  locale: Locale
  t: Translator
}

/** A practice question in its lesson, with the changes in its law. */
export function LessonQuestion({ practice, changes, locale, t, ...asked }: Props) {
  return (
    <>
      <PracticeQuestion {...asked} place={practicePlace(practice, asked.question)} locale={locale} t={t} />
      <LawChanged changes={changes} locale={locale} t={t} />
    </>
  )
}
