import type { ReactNode } from 'react'
import type { OutdatedCitation } from '@/domain/library/outdated-citation'
import type { Locale } from '@/domain/locale'
import type { Answer, Certainty } from '@/domain/question/answer'
import type { QuestionKey } from '@/domain/question/question'
import type { Translator } from '@/i18n/translator'
import { AnswerFeedback } from '../question/answer-feedback'
import { viewOf } from '../question/kinds/views'
import { type Citing, Inline } from '../ui/inline'
import { LawChanged } from '../ui/law-changed'

type Props = {
  question: QuestionKey
  answer: Answer
  certainty: Certainty | null
  citing: Citing
  /** The changes since then in the law that the question rests on. */
  changes?: readonly OutdatedCitation[]
  /** The passage to read again; null for no link. */
  reread?: { title: string; href: string } | null
  /** The content below the feedback. */
  children?: ReactNode
  locale: Locale
  t: Translator
}

/** A second form with her single answer and its feedback: the right answer, the comments and the law. */
export function JudgedQuestion(props: Props) {
  const { question, answer, certainty, citing, changes = [], reread = null, children, locale, t } = props
  return (
    <div className="question stack">
      <div className="card stack">
        <h2 className="stem">
          <Inline source={question.stem[locale]} locale={locale} />
        </h2>
        {certainty && (
          <p>
            <span className="chip">{t(`exam.${certainty}`)}</span>
          </p>
        )}
        {viewOf(question).solved?.(question, { locale, t })}
        <AnswerFeedback question={question} answer={answer} keyIsOpen citing={citing} locale={locale} t={t} />
        <LawChanged changes={changes} locale={locale} t={t} />
        {reread && (
          <p className="row">
            <span>{t('learning.reread')}</span>
            <a href={reread.href}>{reread.title}</a>
          </p>
        )}
      </div>
      {children}
    </div>
  )
}
