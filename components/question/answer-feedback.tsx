import type { Locale } from '@/domain/locale'
import type { Answer } from '@/domain/question/answer'
import { gradeAnswer } from '@/domain/question/grade-answer'
import { kindOf } from '@/domain/question/kinds/kinds'
import type { QuestionKey } from '@/domain/question/question'
import { verdictOf } from '@/domain/question/verdict'
import type { Translator } from '@/i18n/translator'
import { CiteLink } from '../ui/cite-link'
import { Icon } from '../ui/icon'
import { type Citing, Inline } from '../ui/inline'
import { JudgedAnswer } from './judged-answer'
import { viewOf } from './kinds/views'
import { OptionComment } from './option-words'
import { VERDICT_LOOK } from './verdict-look'

type Props = {
  question: QuestionKey
  answer: Answer
  /** The learner cannot change this answer any more, so the right one is shown where she was wrong. */
  keyIsOpen: boolean
  citing: Citing
  locale: Locale
  t: Translator
}

/** The feedback on one answer, at once: the verdict, the comments, the explanation, and the law. */
export function AnswerFeedback({ question, answer, keyIsOpen, citing, locale, t }: Props) {
  const points = gradeAnswer(question, answer)
  const verdict = verdictOf(points)
  const { icon, tone } = VERDICT_LOOK[verdict]
  const isEnough = viewOf(question).commentIsEnough && !(keyIsOpen && points < 1)
  const [only] = isEnough ? kindOf(question).picked(question, answer) : []
  return (
    <div className={`note ${tone}`} role="status" tabIndex={-1} data-feedback>
      <p className="note-title">
        <Icon node={icon} /> {t(`practice.${verdict}`)}
      </p>
      {only ? (
        <p>
          <OptionComment question={question} id={only} citing={citing} locale={locale} />
        </p>
      ) : (
        <JudgedAnswer question={question} answer={answer} keyIsOpen={keyIsOpen} citing={citing} locale={locale} t={t} />
      )}
      {points < 1 && (
        <p>
          <Inline source={question.explanation[locale]} locale={locale} citing={citing} />
        </p>
      )}
      {viewOf(question).after?.(question, { locale, t, citing })}
      <Basis cites={question.cites} citing={citing} t={t} />
    </div>
  )
}

function Basis({ cites, citing, t }: { cites: readonly string[]; citing: Citing; t: Translator }) {
  return (
    <p className="row">
      <span>{t('practice.basis')}</span>
      {cites.map((id) => {
        const target = citing(id)
        return target && <CiteLink key={id} id={id} href={target.href} words={target.mark} name={target.name} mark />
      })}
    </p>
  )
}
